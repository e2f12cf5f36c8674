"""TT-09: authority, office and name of the signer (Phụ lục I, Phần I, II.7)."""
