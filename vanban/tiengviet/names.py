"""Names whose capitals annex II fixes, each as it stands in a sentence; tone marks on the first vowel."""

from __future__ import annotations

_FIELDS = (
    *("Giáo dục và Đào tạo", "Nội vụ", "Tài chính", "Xây dựng", "Công Thương", "Tư pháp", "Y tế"),
    *("Khoa học và Công nghệ", "Nông nghiệp và Môi trường", "Văn hóa, Thể thao và Du lịch"),
    *("Văn hóa và Thể thao", "Dân tộc và Tôn giáo", "Kế hoạch và Đầu tư", "Ngoại vụ", "Giáo dục"),
    *("Công an", "Quốc phòng", "Ngoại giao", "Thông tin và Truyền thông", "Giao thông vận tải"),
    "Tài nguyên và Môi trường",
    *("Lao động - Thương binh và Xã hội", "Nông nghiệp và Phát triển nông thôn"),
)
"""What ministries and departments are for (IV.1.a)."""

_HOLDING_BODIES = (
    *("cơ sở", "trụ sở", "hội sở", "cán bộ", "nội bộ", "toàn bộ", "tiến bộ", "đảng bộ", "chi bộ", "liên bộ"),
    *("một bộ", "đoàn bộ", "khoa bộ"),
)
"""What ends in the first word of a body without being one: "cơ sở y tế"."""

BODIES = (
    *(f"{kind} {field}" for kind in ("Sở", "Bộ") for field in _FIELDS),
    *("Bộ Công thương", "Sở Công thương"),
    *("Phòng Giáo dục và Đào tạo", "Phòng Văn hóa - Xã hội", "Phòng Kinh tế, Hạ tầng và Đô thị"),
    *("Ủy ban nhân dân", "Hội đồng nhân dân", "Quốc hội", "Chính phủ", "Thanh tra Chính phủ"),
    *("Ủy ban Thường vụ Quốc hội", "Ủy ban thường vụ Quốc hội", "Văn phòng Chính phủ"),
    *("Văn phòng Quốc hội", "Văn phòng Chủ tịch nước", "Tòa án nhân dân", "Tòa án nhân dân tối cao"),
    *("Viện kiểm sát nhân dân", "Viện kiểm sát nhân dân tối cao"),
    *("Ban Chấp hành Trung ương", "Ban Chấp hành Trung ương Đảng", "Văn phòng Trung ương Đảng"),
    *("Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam", "Đảng Cộng sản Việt Nam", "Bộ Chính trị"),
    *("Ủy ban Kiểm tra Trung ương", "Mặt trận Tổ quốc", "Mặt trận Tổ quốc Việt Nam"),
    *("Ủy ban Mặt trận Tổ quốc", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
    *("Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", "Tổng Liên đoàn Lao động Việt Nam"),
    *("Đoàn Thanh niên Cộng sản Hồ Chí Minh", "Đoàn TNCS Hồ Chí Minh", "Đội TNTP Hồ Chí Minh"),
    *("Đội Thiếu niên Tiền phong Hồ Chí Minh", "Hội Liên hiệp Phụ nữ Việt Nam"),
    *("Hội Liên hiệp Phụ nữ", "Hội Nông dân Việt Nam", "Hội Cựu chiến binh Việt Nam"),
    *("Liên hợp quốc", "Tổ chức Y tế thế giới", "Tập đoàn Điện lực Việt Nam"),
    "Trung tâm Phục vụ hành chính công",
)
"""Bodies that nothing else is called; in small letters they are a slip too (IV)."""

PARTLY_CAPITAL_BODIES = (
    *("Ban Chỉ đạo", "Ban Tổ chức", "Ban Giám hiệu", "Ban Giám đốc", "Ban Chấp hành", "Ban Thường vụ"),
    *("Ban Thường trực", "Ban Đại diện cha mẹ học sinh", "Ban Giám khảo", "Ban Bí thư", "Ban Thư ký"),
    *("Tỉnh ủy", "Thành ủy", "Huyện ủy", "Đảng ủy", "Phòng Kinh tế", "Phòng Nội vụ", "Phòng Tư pháp"),
    *("Công an nhân dân", "Quân đội nhân dân", "Kho bạc Nhà nước", "Kho bạc nhà nước"),
    *("Ngân hàng Nhà nước", "Ngân hàng nhà nước", "Bảo hiểm xã hội", "Bảo hiểm Xã hội Việt Nam"),
    *("Bảo hiểm xã hội Việt Nam", "Công an Nhân dân Việt Nam", "Hội Khuyến học", "Hội Cựu chiến binh"),
    *("Hội Nông dân", "Hội Chữ thập đỏ", "Liên đoàn Lao động"),
)
"""Bodies whose names are also common words: a slip only where some letters are capital (IV.1.a)."""

NOT_BODIES = (
    *("phi chính phủ", "liên chính phủ", "chính phủ điện tử", "chính phủ số", "chính phủ các nước"),
    *("chính phủ nước ngoài", "quốc hội các nước"),
    *(f"chính phủ {land}" for land in ("nhật bản", "hàn quốc", "hoa kỳ", "trung quốc", "lào", "úc", "đức")),
    *(f"{words} {field.lower()}" for words in _HOLDING_BODIES for field in _FIELDS),
    *(
        f"{head} {name.lower()}"
        for head in ("trưởng", "phó", "tiểu")
        for name in (*BODIES, *PARTLY_CAPITAL_BODIES)
        if name.startswith(("Phòng ", "Ban "))
    ),
)
"""Words that hold the letters of a body and are none, or of which the first belongs to an office."""

PLACES = ("Việt Nam", "Hà Nội", "Hồ Chí Minh")
"""Places that nothing else is called (III.1)."""

PARTLY_CAPITAL_PLACES = (
    *("Tây Bắc", "Đông Bắc", "Bắc Bộ", "Trung Bộ", "Nam Bộ", "Bắc Trung Bộ", "Nam Trung Bộ"),
    *("Đông Nam Bộ", "Tây Nam Bộ", "Tây Nguyên", "Đông Nam Á", "Đông Á", "Biển Đông"),
    *("Hải Phòng", "Đà Nẵng", "Cần Thơ", "Quảng Ninh", "Quảng Ngãi", "Quảng Trị", "Quảng Nam"),
    *("Quảng Bình", "Thanh Hóa", "Nghệ An", "Hà Tĩnh", "Khánh Hòa", "Đắk Lắk", "Gia Lai"),
    *("Đồng Nai", "Tây Ninh", "Vĩnh Long", "Đồng Tháp", "Cà Mau", "Sơn La", "Lai Châu", "Điện Biên"),
    *("Lào Cai", "Tuyên Quang", "Lạng Sơn", "Bắc Ninh", "Ninh Bình", "Hưng Yên", "Phú Thọ"),
    *("Thái Nguyên", "Hà Nam", "Hải Dương", "Bắc Giang", "Vĩnh Phúc"),
    *("Bắc Kạn", "Yên Bái", "Hà Giang", "Phú Yên", "Ninh Thuận", "Bình Thuận", "Kon Tum"),
    *("Đắk Nông", "Bình Phước", "Bình Dương", "Tiền Giang", "Bến Tre", "Trà Vinh", "Hậu Giang"),
    *("Sóc Trăng", "Bạc Liêu", "Kiên Giang", "An Giang"),
)
"""Regions and provinces (III.1.a, đ), without those that are a name and a common word (ông Lâm đồng ý)."""

_HONOURED = ("Nghệ sĩ", "Nghệ sỹ", "Nhà giáo", "Thầy thuốc", "Nghệ nhân")
_ORDERS = (
    *("Sao vàng", "Sao Vàng", "Hồ Chí Minh", "Độc lập", "Quân công", "Lao động", "Chiến công", "Dũng cảm"),
    *("Bảo vệ Tổ quốc", "Hữu nghị", "Đại đoàn kết dân tộc", "Kháng chiến"),
)
HONOURS = (
    *(f"{person} {rank}" for person in _HONOURED for rank in ("Nhân dân", "Ưu tú")),
    *("Anh hùng Lao động", "Anh hùng Lực lượng vũ trang nhân dân"),
    *(f"Huân chương {order}" for order in _ORDERS),
    *(f"Huân chương {order} hạng {rank}" for order in _ORDERS for rank in ("Nhất", "Nhì", "Ba")),
)
"""Orders, medals and titles of honour, with their ranks (V.2)."""

OFFICES = (
    *("Chủ tịch", "Phó Chủ tịch", "Bí thư", "Phó Bí thư", "Tổng Bí thư", "Giám đốc", "Phó Giám đốc"),
    *("Tổng Giám đốc", "Hiệu trưởng", "Phó Hiệu trưởng", "Trưởng phòng", "Trưởng Phòng"),
    *("Phó Trưởng phòng", "Phó Trưởng Phòng", "Trưởng ban", "Trưởng Ban", "Phó Trưởng ban"),
    *("Phó Trưởng Ban", "Bộ trưởng", "Thứ trưởng", "Thủ tướng", "Phó Thủ tướng", "Chánh Văn phòng"),
    *("Phó Chánh Văn phòng", "Cục trưởng", "Phó Cục trưởng", "Vụ trưởng", "Phó Vụ trưởng"),
)
"""Titles of office (V.3)."""

_DAYS = (
    *("Quốc khánh", "Quốc tế Lao động", "Quốc tế Phụ nữ", "Quốc tế Thiếu nhi", "Phụ nữ Việt Nam"),
    *("Nhà giáo Việt Nam", "Thầy thuốc Việt Nam", "Gia đình Việt Nam", "Pháp luật Việt Nam"),
    *("Doanh nhân Việt Nam", "Tổng tuyển cử đầu tiên", "Giải phóng miền Nam", "Thương binh - Liệt sĩ"),
    *("Thương binh - Liệt sỹ", "Sách và Văn hóa đọc Việt Nam", "Chuyển đổi số quốc gia"),
)
HOLIDAYS = (
    *(f"{day} {name}" for name in _DAYS for day in ("ngày", "Ngày")),
    *("Quốc khánh", "tết Nguyên đán", "tết Trung thu", "tết Đoan ngọ"),
)
"""Holidays, days of remembrance and the days of tết (V.5, V.8.b)."""

_CODES = ("Lao động", "Dân sự", "Hình sự", "Tố tụng hình sự", "Tố tụng dân sự")
_LAWS = (
    *("An ninh mạng", "An ninh quốc gia", "An toàn thực phẩm", "An toàn thông tin mạng", "Báo chí"),
    *("Ban hành văn bản quy phạm pháp luật", "Bảo hiểm xã hội", "Bảo hiểm y tế", "Bảo vệ môi trường"),
    *("Bảo vệ bí mật nhà nước", "Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân"),
    *("Bình đẳng giới", "Cán bộ, công chức", "Căn cước", "Công đoàn", "Công nghệ thông tin", "Cư trú"),
    *("Dân quân tự vệ", "Di sản văn hóa", "Doanh nghiệp", "Du lịch", "Đất đai", "Đầu tư", "Đầu tư công"),
    *("Đấu thầu", "Giáo dục", "Giáo dục đại học", "Giáo dục nghề nghiệp", "Giao dịch điện tử"),
    *("Giao thông đường bộ", "Hòa giải ở cơ sở", "Hôn nhân và gia đình", "Hộ tịch", "Kế toán"),
    *("Khám bệnh, chữa bệnh", "Khiếu nại", "Khoa học và công nghệ", "Lưu trữ", "Ngân sách nhà nước"),
    *("Mặt trận Tổ quốc Việt Nam", "Nghĩa vụ quân sự", "Người cao tuổi", "Người khuyết tật"),
    *("Nhà giáo", "Nhà ở", "Phòng cháy và chữa cháy", "Phòng, chống bạo lực gia đình"),
    *("Phòng, chống ma túy", "Phòng, chống tham nhũng", "Phòng, chống tác hại của thuốc lá"),
    *("Phòng cháy, chữa cháy và cứu nạn, cứu hộ", "Phổ biến, giáo dục pháp luật", "Quảng cáo"),
    *("Quản lý, sử dụng tài sản công", "Quản lý thuế", "Quốc phòng", "Quy hoạch", "Thanh niên"),
    *("Thanh tra", "Thể dục, thể thao", "Thi đua, khen thưởng", "Thủ đô", "Thư viện", "Tiếp công dân"),
    *("Thực hành tiết kiệm, chống lãng phí", "Thực hiện dân chủ ở cơ sở", "Tiếp cận thông tin"),
    *("Tổ chức chính quyền địa phương", "Tổ chức Chính phủ", "Tổ chức Quốc hội", "Tố cáo", "Trẻ em"),
    *("Trật tự, an toàn giao thông đường bộ", "Viên chức", "Xây dựng", "Xuất bản"),
    *("Xử lý vi phạm hành chính", "Sở hữu trí tuệ"),
)
LAWS = (*(f"Luật {name}" for name in _LAWS), *(f"Bộ luật {name}" for name in _CODES), "Bộ luật")
"""Laws and codes: the kind and the first syllable of the name (V.6)."""

EVENTS = (
    *("Cách mạng tháng Tám", "Phong trào Xô viết Nghệ Tĩnh", "Chiến thắng Điện Biên Phủ"),
    *("Chiến dịch Điện Biên Phủ", "Chiến dịch Hồ Chí Minh", "Xô viết Nghệ Tĩnh"),
)
"""Events of history (V.9)."""
DYNASTIES = tuple(f"Triều {name}" for name in ("Lý", "Trần", "Nguyễn", "Lê", "Đinh", "Tây Sơn"))
"""Dynasties; their names are common words too (V.9)."""

_STEMS = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
_BRANCHES = ("Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi")
LUNAR_YEARS = tuple(f"{_STEMS[year % 10]} {_BRANCHES[year % 12]}" for year in range(60))
"""The sixty years of the lunar calendar (V.8.a)."""

PEOPLE_AND_EVENTS = (
    *("Điện Biên Phủ", "Hai Bà Trưng", "Trần Hưng Đạo", "Nguyễn Trãi", "Nguyễn Du", "Lê Lợi"),
    *("Võ Thị Sáu", "Lý Thường Kiệt", "Phan Đình Phùng", "Quang Trung", "Ngô Quyền", "Phan Bội Châu"),
    *("Hoàng Văn Thụ", "Lê Hồng Phong", "Trần Phú", "Nguyễn Thái Học", "Bùi Thị Xuân", "Lê Thánh Tông"),
    *("Đinh Tiên Hoàng", "Lê Đại Hành", "Trần Nhân Tông", "Lý Thái Tổ", "Hùng Vương", "Nguyễn Thị Minh Khai"),
)
"""People and events that wards are named after (III.1.b)."""
SURNAMES = frozenset(
    (
        *("Nguyễn", "Trần", "Lê", "Phạm", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ"),
        *("Ngô", "Dương", "Lý", "Hoàng", "Huỳnh", "Đinh", "Tô", "Trương", "Tôn", "Mạc", "Lương"),
        *("Hùng", "Trưng", "Cao", "Đoàn", "Tạ", "Chu", "Tống", "Kim", "Lâm", "Mai", "Triệu"),
    )
)
"""What the name of a person begins with, and so the name of a unit that takes a capital before it may."""
