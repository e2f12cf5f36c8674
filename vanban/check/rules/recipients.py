"""TT-11: kính gửi and nơi nhận (Phụ lục I, Phần I, II.9)."""
