"""TT-02: quốc hiệu and tiêu ngữ (Phụ lục I, Phần I, II.1)."""
