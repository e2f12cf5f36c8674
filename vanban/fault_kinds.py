"""Every fault that vanban can report: its stable id, what it says and how to mend it."""

from __future__ import annotations

from typing import NamedTuple

from vanban.language import N_


class FaultKind(NamedTuple):
    """The two sentences of a fault, in Vietnamese, with ``{named}`` gaps."""

    message: str
    remedy: str


FAULT_KINDS: dict[str, FaultKind] = {
    # 01x: reading files
    "VB010": FaultKind(N_("Không tìm thấy tệp."), N_("Kiểm tra lại tên tệp và thư mục.")),
    "VB011": FaultKind(N_("Không đọc được tệp: {reason}."), N_("Kiểm tra quyền đọc hoặc đóng tệp đang mở.")),
    "VB012": FaultKind(
        N_("Tệp không phải văn bản Unicode (UTF-8)."), N_("Lưu lại tệp với bảng mã UTF-8 rồi chạy lại.")
    ),
    "VB013": FaultKind(
        N_("Tệp lớn hơn {most} MB."), N_("Bỏ bớt hình ảnh hoặc tách thành nhiều tệp rồi chạy lại.")
    ),
    # 02x and 12x: the data of a document
    "VB020": FaultKind(N_("Không có mục «{key}»."), N_("Có phải ý là «{suggestion}»?")),
    "VB021": FaultKind(N_("Không có mục «{key}»."), N_("Các mục dùng được: {allowed}.")),
    "VB022": FaultKind(N_("Thiếu mục «{part}» ({label})."), N_("Thêm dòng «{part}: …» vào phần đầu tệp.")),
    "VB023": FaultKind(
        N_("«{value}» không phải là ngày tháng có thật."),
        N_("Ghi 2026-03-16 hoặc 16/3/2026; ghi 2026-03 nếu để trống ngày."),
    ),
    "VB024": FaultKind(N_("Mục «{part}» không nhận giá trị «{value}»."), N_("Chọn một trong: {allowed}.")),
    "VB025": FaultKind(N_("Mục «{part}» chưa đúng dạng."), N_("Mục này cần {expected}.")),
    "VB026": FaultKind(
        N_("Phần dữ liệu viết sai: {reason}."),
        N_("Mỗi mục một dòng «tên: giá trị»; danh sách ghi mỗi dòng một «- giá trị» thụt vào."),
    ),
    "VB027": FaultKind(N_("Mục «{key}» ghi hai lần."), N_("Giữ lại một dòng.")),
    "VB028": FaultKind(
        N_("Không dùng được ký hiệu YAML «{found}» ở đây."), N_('Đặt cả giá trị trong ngoặc kép "…".')
    ),
    "VB029": FaultKind(N_("Đã sửa {count} {what}."), N_("Không cần làm gì; tệp gốc giữ nguyên.")),
    "VB120": FaultKind(
        N_("Tệp chưa có phần đầu giữa hai dòng ---."),
        N_("Dòng đầu gõ ---, rồi các mục loai, co_quan…, rồi một dòng --- nữa trước nội dung."),
    ),
    "VB121": FaultKind(N_("Phần đầu tệp chưa kết thúc."), N_("Gõ một dòng --- sau mục cuối của phần đầu.")),
    "VB122": FaultKind(
        N_("Mục «{part}» có ở hai nơi trong tệp."), N_("Chỉ ghi một nơi: phần đầu tệp hoặc phần nội dung.")
    ),
    "VB123": FaultKind(
        N_("«{value}» không phải là số dùng được ở mục «{part}»."), N_("Mục này cần {expected}.")
    ),
    "VB124": FaultKind(N_("Dữ liệu lồng nhau quá {most} cấp."), N_("Viết lại gọn hơn, theo tệp mẫu.")),
    "VB125": FaultKind(N_("Không đọc được tệp loại «{suffix}»."), N_("Dùng tệp .md, .yaml hoặc .json.")),
    "VB126": FaultKind(
        N_("Văn bản có {found} phụ lục, nhiều hơn {most}."),
        N_("Gộp các phụ lục hoặc tách thành nhiều văn bản."),
    ),
    "VB127": FaultKind(
        N_("Bảng có {found} cột; Word chỉ nhận tối đa {most} cột."), N_("Tách thành nhiều bảng.")
    ),
    # 03x and 13x: the outline, its tables and pictures
    "VB030": FaultKind(
        N_("Dấu {stars} mở chữ đậm hoặc nghiêng mà không đóng."),
        N_("Thêm {stars} ở cuối chỗ cần nhấn mạnh; nếu là dấu sao thì gõ {escaped}."),
    ),
    "VB031": FaultKind(N_("Dòng «{marker}» không có nội dung."), N_("Viết nội dung sau dấu hoặc xóa dòng.")),
    "VB032": FaultKind(N_("«{heading}» chưa có tiêu đề."), N_("Viết tiêu đề ở dòng ngay sau.")),
    "VB033": FaultKind(
        N_("«{letter})» không có trong thứ tự các điểm (a, b, c, d, đ, e, g, h, i, k…)."),
        N_("Dùng chữ kế tiếp của bảng chữ cái tiếng Việt; nếu là chữ thường thì gõ {letter}\\)."),
    ),
    "VB034": FaultKind(
        N_("Phụ lục ghi số «{found}» mà thứ tự là «{expected}»."), N_("Ghi Phụ lục {expected}.")
    ),
    "VB035": FaultKind(
        N_("Chú thích [^{label}] chưa có lời chú thích."), N_("Thêm một dòng «[^{label}]: lời chú thích».")
    ),
    "VB036": FaultKind(
        N_("Lời chú thích [^{label}] không được dùng ở đâu."),
        N_("Đặt [^{label}] vào chỗ cần chú thích, hoặc xóa dòng này."),
    ),
    "VB037": FaultKind(
        N_("Chú thích [^{label}] dùng hai lần, hoặc nằm trong một chú thích khác."),
        N_("Mỗi chú thích một nhãn riêng, đặt ở một chỗ."),
    ),
    "VB038": FaultKind(
        N_("<br> chỉ dùng trong ô của bảng."),
        N_("Để trống một dòng để sang đoạn mới; nếu là chữ thì gõ \\<br>."),
    ),
    "VB039": FaultKind(
        N_("Dòng bắt đầu bằng «{found}» được hiểu là gạch đầu dòng."), N_("Nên gõ «- » (gạch, cách).")
    ),
    "VB130": FaultKind(
        N_("Dòng này của bảng có {found} ô, bảng có {expected} cột."),
        N_("Thêm hoặc bớt dấu |; dấu | trong chữ thì gõ \\|; ô gộp ghi < hoặc ^."),
    ),
    "VB131": FaultKind(
        N_("Ô gộp «{sign}» này không ghép được thành hình chữ nhật trong bảng."),
        N_("< gộp với ô bên trái, ^ gộp với ô phía trên, không vượt ra ngoài bảng hay qua hàng tiêu đề."),
    ),
    "VB132": FaultKind(N_("Không hiểu «{text}»."), N_("Ở đây dùng được: {allowed}; nếu là chữ thì gõ \\{{.")),
    "VB133": FaultKind(
        N_("«{name}» cho {found} cột, bảng có {expected} cột."),
        N_("Ghi đủ {expected} giá trị, cách nhau bằng dấu phẩy."),
    ),
    "VB134": FaultKind(
        N_("Bảng có {rows} hàng, không đủ {head} hàng tiêu đề."), N_("Sửa dau=… hoặc thêm hàng.")
    ),
    "VB135": FaultKind(
        N_("Không đọc được hình «{path}»."), N_("Để tệp hình trong thư mục của tệp nguồn và kiểm tra tên.")
    ),
    "VB136": FaultKind(
        N_("Hình «{path}» không phải ảnh PNG hoặc JPEG."), N_("Lưu hình thành PNG hoặc JPEG rồi chạy lại.")
    ),
    "VB137": FaultKind(
        N_("Hình chưa có lời mô tả cho người không nhìn thấy."), N_("Viết ![lời mô tả](tên-tệp.png).")
    ),
    "VB139": FaultKind(
        N_("Dòng hình viết chưa đúng."), N_("Viết ![lời mô tả](tên-tệp.png) hoặc thêm {{rong=120}} (mm).")
    ),
    "VB138": FaultKind(
        N_("Dòng {{…}} này không có bảng ngay sau."),
        N_("Đặt nó ngay trên dòng | đầu tiên; nếu là chữ thì gõ \\{{."),
    ),
    # 040 to 044, 047 to 049 and 14x: content templates and the data that fill them
    "VB040": FaultKind(
        N_("Không có mẫu «{name}»."), N_("Có phải ý là «{suggestion}»? Xem các mẫu bằng `vanban templates`.")
    ),
    "VB041": FaultKind(N_("Không có mẫu «{name}»."), N_("Các mẫu dùng được: {allowed}.")),
    "VB042": FaultKind(
        N_("Trường «{field}» của mẫu thiếu «{key}»."), N_("Thêm dòng «{key}: …» dưới tên trường.")
    ),
    "VB043": FaultKind(
        N_("Tên trường «{field}» không dùng được."),
        N_("Dùng chữ thường không dấu, chữ số, gạch dưới; không trùng tên một phần của văn bản."),
    ),
    "VB044": FaultKind(
        N_("Mẫu viết sai: {reason}."),
        N_("Sửa tệp mẫu; mỗi {{% for %}} cần một {{% endfor %}}, mỗi {{% if %}} cần một {{% endif %}}."),
    ),
    "VB047": FaultKind(N_("Mẫu dùng tên «{name}» mà không có tên đó."), N_("Có phải ý là «{suggestion}»?")),
    "VB048": FaultKind(N_("Mẫu dùng tên «{name}» mà không có tên đó."), N_("Các tên dùng được: {allowed}.")),
    "VB049": FaultKind(
        N_("Không tính được chỗ này của mẫu: {reason}."),
        N_("Sửa mẫu; chỗ dùng trường có thể bỏ trống thì đặt trong {{% if %}}."),
    ),
    "VB140": FaultKind(
        N_("Thiếu «{label}» (mục «{part}»)."), N_("Thêm «{part}: …» vào dữ liệu: {expected}.")
    ),
    "VB141": FaultKind(N_("«{label}» (mục «{part}») không nhận «{value}»."), N_("Mục này cần {expected}.")),
    "VB142": FaultKind(
        N_("Văn bản điền theo mẫu dài quá {most} ký tự."), N_("Bớt dữ liệu, hoặc sửa vòng lặp của mẫu.")
    ),
    "VB143": FaultKind(
        N_("Mẫu nội dung không dùng được {{% {tag} %}}."),
        N_("Chỉ dùng {{% for %}}, {{% if %}} và {{% set %}}."),
    ),
    # 045 and 046: rendering
    "VB045": FaultKind(
        N_("Tệp hình không phải ảnh PNG hoặc JPEG."), N_("Lưu hình thành PNG hoặc JPEG rồi chạy lại.")
    ),
    "VB046": FaultKind(
        N_("Không dàn được trang PDF: {reason}."),
        N_("Chạy `vanban doctor` để kiểm tra máy; nếu máy đủ công cụ, xin báo lỗi kèm tệp nguồn."),
    ),
    # 05x: an office's settings
    "VB050": FaultKind(
        N_("{name} là {value}, nằm ngoài mức cho phép ({allowed}), theo {clause}."),
        N_("Chọn giá trị trong mức này."),
    ),
    # 06x: fonts
    "VB060": FaultKind(
        N_("Máy này không có phông Times New Roman, hoặc phông thay thế đủ chữ tiếng Việt."),
        N_(
            "Cài phông bằng lệnh `sudo apt-get install fonts-liberation2` (từ Debian 13, Ubuntu 24.04: "
            "fonts-liberation), hoặc đặt biến VANBAN_FONTS là thư mục có bốn tệp phông."
        ),
    ),
    "VB061": FaultKind(
        N_("Bỏ qua phông {family} {version}: thiếu {count} chữ, như {examples}."),
        N_("Cài phiên bản mới hơn; Liberation Serif cần từ bản 2.0."),
    ),
    "VB062": FaultKind(N_("Không đọc được tệp phông: {reason}."), N_("Cài lại phông.")),
    "VB063": FaultKind(
        N_("Phông {family} không có ký tự {characters}."),
        N_("Xóa hoặc thay ký tự đó bằng chữ thường dùng; biểu tượng cảm xúc không dùng trong văn bản."),
    ),
    # 07x: outside programs
    "VB070": FaultKind(
        N_("Máy này chưa có LibreOffice."),
        N_("Cài bằng lệnh `sudo apt-get install libreoffice-writer-nogui`, hoặc từ trang libreoffice.org."),
    ),
    "VB071": FaultKind(
        N_("LibreOffice không chuyển xong trong {seconds} giây."), N_("Chia nhỏ số văn bản rồi chạy lại.")
    ),
    "VB072": FaultKind(
        N_("LibreOffice không chuyển được văn bản thứ {number}: {reason}."),
        N_("Mở văn bản đó trong LibreOffice để kiểm tra tệp."),
    ),
    "VB073": FaultKind(
        N_("Máy này chưa có veraPDF để kiểm tra PDF/A: thiếu {missing}."),
        N_(
            'Cài bằng lệnh `pip install "vanban[archive]"` '
            "và `sudo apt-get install libjaxb-java default-jre-headless`."
        ),
    ),
    "VB074": FaultKind(
        N_("Máy này thiếu thư viện mà WeasyPrint cần: {reason}."),
        N_(
            "Cài bằng lệnh `sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0`, "
            "hoặc dùng --engine typst."
        ),
    ),
    # 08x: writing files
    "VB080": FaultKind(N_("Tệp đã có."), N_("Dùng --force để ghi đè, hoặc chọn thư mục khác bằng -o.")),
    "VB081": FaultKind(
        N_("Không ghi được tệp: {reason}."), N_("Kiểm tra thư mục, quyền ghi và dung lượng đĩa.")
    ),
    "VB082": FaultKind(
        N_("Không ghi đè được tệp: tệp đang mở trong Word hoặc được đặt chỉ đọc."),
        N_("Đóng tệp hoặc bỏ thuộc tính chỉ đọc rồi chạy lại."),
    ),
    # 15x: checking
    "VB150": FaultKind(
        N_("Không có quy tắc nào khớp «{pattern}»."), N_("Xem danh sách bằng lệnh `vanban rules`.")
    ),
    "VB151": FaultKind(
        N_("Không kiểm tra được tệp loại «{suffix}»."), N_("Dùng tệp .docx, .pdf, .md, .yaml hoặc .json.")
    ),
    "VB152": FaultKind(
        N_("Chỉ sửa và ghi chú được trên tệp Word (.docx)."),
        N_("Sửa ở tệp Word hoặc tệp nguồn đã làm ra tệp này."),
    ),
    "VB153": FaultKind(N_("{message} ({rule})"), N_("{remedy}")),
    "VB154": FaultKind(
        N_("Tên cơ quan «{found}» chưa viết hoa; trong văn bản đã được in hoa."),
        N_("Ghi tên cơ quan bằng chữ in hoa trong tệp nguồn."),
    ),
    # 16x: Word files
    "VB160": FaultKind(N_("Tệp trống, không có nội dung."), N_("Kiểm tra lại tệp, hoặc lưu lại từ Word.")),
    "VB161": FaultKind(
        N_("Tệp không phải tệp Word (.docx)."),
        N_("Mở tệp bằng chương trình đã tạo ra tệp rồi lưu thành .docx."),
    ),
    "VB162": FaultKind(
        N_("Tệp là PDF nhưng mang tên tệp Word."), N_("Đổi đuôi tên tệp thành .pdf rồi chạy lại.")
    ),
    "VB163": FaultKind(
        N_("Tệp thuộc dạng Word cũ (.doc, Word 97-2003)."),
        N_("Mở trong Word, chọn File > Save As, lưu thành Word Document (.docx) rồi chạy lại."),
    ),
    "VB164": FaultKind(
        N_("Tệp được khóa bằng mật khẩu."),
        N_("Mở trong Word, bỏ mật khẩu (File > Info > Protect Document), lưu lại rồi chạy lại."),
    ),
    "VB165": FaultKind(
        N_("Tệp có chứa macro."), N_("Mở trong Word, lưu thành Word Document (.docx) không có macro.")
    ),
    "VB166": FaultKind(
        N_("Tệp Word bị hỏng: {reason}."),
        N_("Mở trong Word bằng File > Open > Open and Repair, lưu lại rồi chạy lại."),
    ),
    "VB167": FaultKind(
        N_("Tệp Word quá lớn: {reason}."),
        N_("Chia văn bản thành nhiều tệp, hoặc giảm cỡ hình, rồi chạy lại."),
    ),
    "VB168": FaultKind(
        N_("Tệp Word chứa khai báo không an toàn (DOCTYPE)."),
        N_("Không dùng tệp này; xin lại tệp từ nơi gửi, hoặc mở trong Word rồi lưu thành tệp mới."),
    ),
    "VB169": FaultKind(
        N_("Tệp được lưu ở dạng Strict Open XML."),
        N_("Mở trong Word, lưu lại với kiểu Word Document (.docx), không chọn Strict Open XML."),
    ),
    # 17x: next year's paper
    "VB170": FaultKind(
        N_("Không rõ văn bản của năm nào."), N_("Ghi «ngay», hoặc ghi năm trong «trich_yeu».")
    ),
    "VB171": FaultKind(
        N_("Văn bản của năm {year}, không chuyển sang năm {to_year} được."),
        N_("Chọn một năm sau năm {year}."),
    ),
    "VB172": FaultKind(
        N_("Còn {count} chỗ ghi «XEM LẠI»."),
        N_("Xem từng chỗ, sửa nếu cần, rồi xóa dòng ghi chú đó."),
    ),
    "VB173": FaultKind(
        N_("Dòng ghi chú bắt đầu bằng <!-- mà không kết thúc bằng -->."),
        N_("Thêm --> ở cuối dòng; nếu đó là chữ của văn bản thì ghi \\<!--."),
    ),
    "VB174": FaultKind(
        N_("Tệp kết quả trùng với tệp gốc, mà tệp gốc không bao giờ bị ghi đè."),
        N_("Chọn thư mục khác bằng -o."),
    ),
    # 19x: PDF files
    "VB190": FaultKind(
        N_("Tệp không phải tệp PDF."), N_("Kiểm tra lại tệp; nếu tệp trống thì xuất lại PDF từ Word.")
    ),
    "VB191": FaultKind(
        N_("Tệp PDF được khóa bằng mật khẩu."), N_("Xin bản PDF không khóa, hoặc bản Word, từ nơi gửi.")
    ),
    "VB192": FaultKind(
        N_("Tệp PDF bị hỏng: {reason}."), N_("Xuất lại PDF từ bản gốc, hoặc xin lại tệp từ nơi gửi.")
    ),
    "VB193": FaultKind(
        N_("Tệp PDF chỉ có hình chụp trang giấy, không có chữ."),
        N_("Nhận dạng chữ (OCR) thành tệp Word trước, hoặc dùng bản PDF xuất từ Word."),
    ),
    "VB194": FaultKind(N_("Tệp PDF quá lớn: {reason}."), N_("Chia văn bản thành nhiều tệp rồi chạy lại.")),
    "VB175": FaultKind(
        N_("Văn bản có hơn {most} đoạn nên không ghi được chú thích Word."),
        N_("Chia văn bản thành nhiều tệp."),
    ),
    # 21x: reading papers of other offices
    "VB210": FaultKind(
        N_("Chưa chắc «{words}» là «{component}»."), N_("Xem lại mục này trong tệp nguồn vừa ghi.")
    ),
    "VB211": FaultKind(
        N_("Không rõ văn bản thuộc loại nào nên tạm ghi là công văn."),
        N_("Sửa mục «loai» trong tệp nguồn, ví dụ: loai: ke-hoach."),
    ),
    "VB212": FaultKind(
        N_("Không tìm thấy tên cơ quan ban hành."),
        N_("Ghi mục «co_quan» trong tệp nguồn hoặc trong vanban.yaml."),
    ),
    "VB213": FaultKind(
        N_("Không đọc được ngày ban hành trong «{words}»."), N_("Ghi mục «ngay» trong tệp nguồn.")
    ),
    "VB214": FaultKind(
        N_("Số chữ đọc và số chữ ghi không khớp; thiếu: {lost}; thừa: {added}."),
        N_("So lại tệp nguồn với văn bản gốc trước khi dùng."),
    ),
    "VB215": FaultKind(
        N_("Không đọc được tệp loại «{suffix}»."),
        N_("Dùng tệp .docx, .doc, .rtf, .odt, .pdf, .html hoặc .txt."),
    ),
    "VB216": FaultKind(
        N_("Phụ lục không có tiêu đề."), N_("Thay dấu … dưới «Phụ lục» trong tệp nguồn bằng tiêu đề.")
    ),
    "VB219": FaultKind(
        N_("Không thấy tên loại; theo ký hiệu thì là {name}."),
        N_("Xem lại mục «loai» và «trich_yeu» trong tệp nguồn."),
    ),
    "VB217": FaultKind(
        N_("«{words}» là chỉ số trên hoặc dưới, nay thành chữ thường."),
        N_("Xem lại chỗ này, ví dụ m² hay CO₂."),
    ),
    "VB218": FaultKind(
        N_("Hình không có lời mô tả."), N_("Thay dấu … trong ![…] của tệp nguồn bằng lời mô tả hình.")
    ),
    # 220 to 222: text files
    "VB220": FaultKind(
        N_("Tệp văn bản không ở bảng mã Unicode (UTF-8 hay UTF-16)."),
        N_("Mở tệp trong Notepad, chọn Save As với Encoding là UTF-8, rồi chạy lại."),
    ),
    "VB221": FaultKind(
        N_("Tệp không phải văn bản thuần: có ký tự mà văn bản không dùng."),
        N_("Kiểm tra lại đuôi tệp, hoặc chép nội dung sang tệp .txt mới."),
    ),
    # 22x: HTML files
    "VB223": FaultKind(
        N_("Tệp không phải trang HTML có chữ: {reason}."),
        N_("Mở tệp trong Word hoặc trình duyệt, lưu lại dạng .docx hoặc «Web Page, Filtered» (.htm)."),
    ),
    "VB224": FaultKind(
        N_("Tệp HTML quá lớn hoặc lồng nhau quá sâu: {reason}."),
        N_("Mở tệp trong Word, lưu lại dạng .docx rồi chạy lại."),
    ),
    "VB225": FaultKind(
        N_("Trang HTML này chỉ chứa các khung dẫn đến trang khác."),
        N_("Mở trong trình duyệt, dùng tệp của từng khung có chữ."),
    ),
    # 23x: scanned PDFs, and documents that travel inside their PDF
    "VB226": FaultKind(
        N_("Tệp không phải tệp Word 97-2003, RTF hay OpenDocument."),
        N_("Kiểm tra lại đuôi tệp, hoặc mở trong Word rồi lưu thành .docx."),
    ),
    "VB227": FaultKind(
        N_("LibreOffice không mở được tệp: tệp hỏng hoặc có mật khẩu."),
        N_("Mở trong Word, bỏ mật khẩu nếu có, lưu thành Word Document (.docx) rồi chạy lại."),
    ),
    "VB228": FaultKind(
        N_("Đã đổi {letters} chữ cái từ bảng mã {encoding} sang Unicode."),
        N_("Đọc lại tệp nguồn một lượt, nhất là tên riêng."),
    ),
    "VB229": FaultKind(
        N_("Tệp là {what} nhưng mang tên tệp Word."), N_("Đổi đuôi tên tệp thành {suffix} rồi chạy lại.")
    ),
    "VB230": FaultKind(
        N_("PDF quét: {pages} chỉ là hình chụp, không có chữ."),
        N_("Chạy lại với --ocr để nhận dạng chữ, hoặc dùng bản PDF xuất từ Word."),
    ),
    "VB231": FaultKind(
        N_("Chữ trong PDF không đọc được: {pages} có lớp chữ sai, ví dụ «{example}»."),
        N_("Chạy lại với --ocr để nhận dạng chữ từ hình trang, hoặc xuất lại PDF từ Word."),
    ),
    "VB232": FaultKind(
        N_("Máy này chưa nhận dạng được chữ tiếng Việt: thiếu {missing}."),
        N_("Cài bằng lệnh `sudo apt-get install ocrmypdf tesseract-ocr-vie`."),
    ),
    "VB233": FaultKind(
        N_("Không nhận dạng được chữ của PDF: {reason}."),
        N_("Quét lại trang giấy rõ hơn (300 dpi), chia thành nhiều tệp, hoặc xin bản Word."),
    ),
    "VB234": FaultKind(
        N_("Tệp nguồn đính kèm trong PDF không khớp với chữ trên các trang nên không được dùng."),
        N_("So tệp nguồn vừa ghi với PDF; trang có thể đã được sửa sau khi làm."),
    ),
    "VB235": FaultKind(
        N_("Không đính kèm được văn bản vào PDF mà đọc lại nguyên vẹn."),
        N_("Bỏ --embed, hoặc ghi văn bản thành tệp nguồn .md rồi làm PDF từ tệp đó."),
    ),
    "VB236": FaultKind(
        N_("Một hình không giữ được (không phải PNG, JPEG, hoặc nằm trong bảng)."),
        N_("Lưu hình thành tệp PNG rồi thêm vào tệp nguồn: ![mô tả](hinh.png)."),
    ),
    # 24x: a paper that is read for what is made of it
    "VB240": FaultKind(
        N_("Để ngoài {count} chỗ không vào được văn bản, trước hết là «{words}»."),
        N_("Xem đủ những chỗ ấy bằng `vanban import`."),
    ),
    # 177 to 189: a roster
    "VB177": FaultKind(
        N_("Ô này không có giá trị mà có lỗi «{found}»."), N_("Sửa công thức hoặc gõ giá trị vào ô này.")
    ),
    "VB178": FaultKind(
        N_("Không tới được nơi ghi tệp: {reason}."),
        N_("Kiểm tra địa chỉ của --target, quyền truy cập, và gói fsspec cho loại kho này."),
    ),
    "VB179": FaultKind(
        N_("Trang tính này không có cột nối với trang «{main}»."),
        N_("Thêm ở cả hai trang một cột có cùng tên, hoặc chỉ ra bằng --key."),
    ),
    "VB180": FaultKind(
        N_("Tệp không phải danh sách đọc được."),
        N_("Dùng tệp Excel .xlsx, .csv, .jsonl, hoặc thư mục tệp .yaml; tệp .xls thì lưu lại thành .xlsx."),
    ),
    "VB181": FaultKind(N_("Danh sách không có hàng nào."), N_("Thêm hàng dữ liệu dưới hàng tiêu đề.")),
    "VB182": FaultKind(
        N_("Danh sách hỏng hoặc quá lớn: {reason}."), N_("Mở trong Excel, lưu lại rồi chạy lại lệnh.")
    ),
    "VB183": FaultKind(N_("Không có trang tính «{name}»."), N_("Các trang có trong tệp: {allowed}.")),
    "VB184": FaultKind(N_("Tệp Excel đặt mật khẩu."), N_("Bỏ mật khẩu trong Excel rồi lưu lại.")),
    "VB185": FaultKind(
        N_("Không tìm thấy hàng tiêu đề của danh sách."),
        N_("Ghi ở hàng đầu tên trường hoặc nhãn của trường; xem tên bằng `vanban schema <mẫu>`."),
    ),
    "VB186": FaultKind(N_("Không có trường nào tên «{found}»."), N_("Có phải ý là một trong: {allowed}?")),
    "VB187": FaultKind(
        N_("Cột «{found}» trùng với cột ở ô {first}."), N_("Giữ lại một cột, hoặc đổi tên một cột.")
    ),
    "VB188": FaultKind(
        N_("{count} hàng của bảng con ghi «{key}», mà danh sách không có hàng này."),
        N_("Sửa khóa, thêm hàng vào danh sách, hoặc xóa các hàng này."),
    ),
    "VB189": FaultKind(N_("Không hiểu giá trị chung «{found}»."), N_("Viết --set tên=giá_trị.")),
    # 195 to 199 and 250 to 254: packages for an archive
    "VB195": FaultKind(
        N_("Tệp PDF này không phải PDF/A nên chưa nộp lưu trữ được."),
        N_("Làm lại bằng `vanban render` hoặc `vanban batch`; hoặc thêm --keep-going để bỏ qua."),
    ),
    "VB196": FaultKind(
        N_("Tệp ghi là PDF/A-{flavour} nhưng sai quy định: {reason}."),
        N_("Làm lại tệp PDF này; hoặc thêm --keep-going để bỏ qua."),
    ),
    "VB197": FaultKind(
        N_("Không mở lại được tệp PDF: {reason}."), N_("Làm lại tệp PDF này; bản quét cần lớp chữ (OCR).")
    ),
    "VB198": FaultKind(
        N_("Thư mục này không có tệp PDF nào."), N_("Ghi đúng thư mục có các tệp PDF cần nộp lưu trữ.")
    ),
    "VB199": FaultKind(
        N_("Máy này chưa có gói `bagit`."), N_('Cài bằng lệnh `pip install "vanban[archive]"`.')
    ),
    "VB250": FaultKind(
        N_("Không phải gói lưu trữ dùng được: {reason}."),
        N_("Ghi đúng thư mục gói; nếu gói vừa được chép, chép lại từ bản gốc."),
    ),
    "VB251": FaultKind(
        N_("Danh sách này không khớp với các tệp trong gói: {reason}."),
        N_("Lấy lại gói từ bản sao còn nguyên; không dùng danh sách này làm bằng chứng."),
    ),
    "VB252": FaultKind(
        N_("Tệp đã bị thay đổi sau khi đóng gói."), N_("Lấy lại tệp này từ bản sao còn nguyên của gói.")
    ),
    "VB253": FaultKind(N_("Gói thiếu tệp này."), N_("Lấy lại tệp này từ bản sao còn nguyên của gói.")),
    "VB254": FaultKind(
        N_("Tệp này không có trong danh mục của gói."), N_("Đưa tệp này ra ngoài gói, hoặc đóng gói lại.")
    ),
    # 255 to 259: PDFs bound together
    "VB255": FaultKind(
        N_("Không đọc được tệp PDF này: {reason}."), N_("Mở thử tệp; nếu hỏng, làm lại hoặc lấy bản khác.")
    ),
    "VB256": FaultKind(N_("Tệp PDF đặt mật khẩu."), N_("Bỏ mật khẩu rồi chạy lại.")),
    "VB257": FaultKind(
        N_("Không có tệp PDF nào để gộp."), N_("Ghi tên các tệp PDF, hoặc thư mục có tệp PDF.")
    ),
    # 241 to 249, and 176: a batch
    "VB176": FaultKind(
        N_("Máy này chưa có gói `distributed` để chia việc cho nhiều máy."),
        N_('Cài bằng lệnh `pip install "vanban[cluster]"`.'),
    ),
    "VB241": FaultKind(
        N_("Không hiểu «{found}» trong mẫu đặt tên tệp."), N_("Trong ngoặc nhọn dùng được: {allowed}.")
    ),
    "VB242": FaultKind(
        N_("Một lệnh vanban batch khác đang làm trong thư mục này."),
        N_("Đợi lệnh kia xong rồi chạy lại, hoặc chọn thư mục khác bằng -o."),
    ),
    "VB243": FaultKind(
        N_("Tệp đã được sửa sau khi làm, nên không làm đè lên."),
        N_("Cất bản đã sửa sang nơi khác rồi chạy lại; hoặc thêm --force để làm lại và bỏ phần đã sửa."),
    ),
    "VB244": FaultKind(
        N_("Tiến trình làm văn bản này ngừng đột ngột hai lần."),
        N_("Xem dữ liệu của hàng này và bộ nhớ còn trống của máy, rồi chạy lại lệnh."),
    ),
    "VB245": FaultKind(
        N_("Sổ cái của thư mục này hỏng hoặc do phiên bản vanban khác ghi."),
        N_("Chọn thư mục khác bằng -o, hoặc cất tệp sổ cái sang nơi khác rồi chạy lại."),
    ),
    "VB246": FaultKind(
        N_("Thư mục này chưa có sổ cái của vanban batch."),
        N_("Ghi đúng thư mục đã dùng với -o khi chạy `vanban batch`."),
    ),
    "VB247": FaultKind(
        N_("Có lỗi ngoài dự kiến khi làm văn bản này: {reason}."),
        N_("Chạy lại lệnh; nếu vẫn lỗi, gửi dữ liệu của hàng này cho nhóm phát triển vanban."),
    ),
    "VB248": FaultKind(
        N_("Máy {machine} dùng phông chữ hoặc phiên bản vanban khác với máy gọi lệnh."),
        N_("Cài cùng phiên bản vanban và cùng tệp phông chữ trên mọi máy."),
    ),
    "VB249": FaultKind(
        N_("Không nối được với bộ điều phối Dask: {reason}."),
        N_("Kiểm tra địa chỉ, và bộ điều phối đã chạy bằng `dask scheduler` chưa."),
    ),
    # 260 to 289: figures, forms
    "VB260": FaultKind(
        N_("Tệp này không phải tệp số liệu của vanban, hoặc do phiên bản khác ghi."),
        N_("Ghi tên tệp so-lieu.sqlite do `vanban form collect` làm ra."),
    ),
    "VB261": FaultKind(N_("Tệp số liệu không có kỳ «{found}»."), N_("Các kỳ đang có: {allowed}.")),
    "VB262": FaultKind(N_("Mã «{id}» dùng hai lần."), N_("Mỗi chỉ tiêu một mã riêng.")),
    "VB263": FaultKind(
        N_("Không có chỉ tiêu nào mang mã «{id}»."), N_("Ghi mã của một chỉ tiêu trong bảng.")
    ),
    "VB264": FaultKind(N_("Mã «{id}» viết chưa đúng."), N_("Mã gồm {expected}.")),
    "VB265": FaultKind(
        N_("Tệp số liệu không có đơn vị mang mã «{found}»."), N_("Ghi đúng mã đơn vị trong danh sách đơn vị.")
    ),
    "VB266": FaultKind(
        N_("Không hiểu «{value}» ở mục «{item}»."), N_("Ghi một số theo cách Việt Nam, như 1.250 hoặc 98,5.")
    ),
    "VB267": FaultKind(
        N_("Biểu này chưa hỏi số liệu nào."), N_("Ghi chi_tieu hoặc bang, hoặc ke_hoach có chi_tieu.")
    ),
    "VB268": FaultKind(
        N_("Không đọc được biểu ở dạng tệp này."),
        N_("Dùng tệp Excel (.xlsx), Word (.docx) hoặc PDF điền được mà vanban đã làm."),
    ),
    "VB269": FaultKind(
        N_("Trang tính này dài quá {most} hàng, không phải biểu đã gửi."), N_("Xem lại tệp đơn vị gửi về.")
    ),
    "VB270": FaultKind(
        N_("Mục «{item}» có hai số khác nhau, số kia ở {first}."), N_("Chỉ giữ một số cho mỗi mục.")
    ),
    "VB271": FaultKind(N_("Không hiểu «{found}» ở mục «{item}»."), N_("Ô này cần {expected}.")),
    "VB272": FaultKind(N_("Mục «{item}» ghi {found}, ngoài khoảng {range}."), N_("Kiểm tra lại số này.")),
    "VB273": FaultKind(
        N_("Mục «{item}» ghi {found} nhưng các mục thành phần cộng lại là {expected}."),
        N_("Kiểm tra lại tổng hoặc các mục thành phần."),
    ),
    "VB274": FaultKind(
        N_("Mục «{item}» là số lũy kế, ghi {found}, thấp hơn kỳ trước ({before})."),
        N_("Kiểm tra lại số này với báo cáo kỳ trước."),
    ),
    "VB275": FaultKind(
        N_("Chưa có số liệu ở mục «{item}»."), N_("Điền số liệu vào ô này; không có thì ghi 0.")
    ),
    "VB276": FaultKind(
        N_("Đơn vị «{unit}» gửi nhiều tệp có số liệu khác nhau: {files}."),
        N_("Hỏi đơn vị tệp nào đúng, cất tệp kia sang nơi khác rồi chạy lại."),
    ),
    "VB277": FaultKind(
        N_("Tệp này là biểu «{found}» kỳ «{period}», không phải biểu đang thu."),
        N_("Yêu cầu đơn vị điền đúng biểu của kỳ này."),
    ),
    "VB278": FaultKind(
        N_("Không biết tệp này của đơn vị nào."),
        N_("Biểu phải giữ dòng mã «VB:…»; hỏi người gửi, hoặc điền lại vào biểu đã phát."),
    ),
    "VB279": FaultKind(
        N_("Dòng «{name}» không thuộc biểu nên không được thu."),
        N_("Nếu cần số này, ghi vào phần bảng có hàng trống hoặc hỏi nơi nhận báo cáo."),
    ),
    "VB280": FaultKind(
        N_("Bảng trong tệp này dài quá {most} hàng, không phải biểu đã gửi."),
        N_("Xem lại tệp đơn vị gửi về."),
    ),
    "VB281": FaultKind(
        N_("Tệp PDF này không còn ô điền: đã in ra, quét lại hoặc bị lưu thành trang phẳng."),
        N_("Đề nghị đơn vị gửi tệp PDF điền trên máy, hoặc biểu Excel, Word."),
    ),
    # 290 to 299: the commendation dossier
    "VB290": FaultKind(
        N_("Không biết danh hiệu, hình thức «{found}» dành cho {loai}."), N_("Ghi một trong: {allowed}.")
    ),
    "VB291": FaultKind(
        N_("«{found}» đã có ở ô {first}."), N_("Mỗi trường hợp chỉ ghi một hàng; xóa hoặc sửa hàng ghi lặp.")
    ),
    "VB292": FaultKind(N_("Cột Loại ghi «{found}»."), N_("Ghi một trong: {allowed}.")),
    "VB293": FaultKind(
        N_("Ghi {found} phiếu tán thành, mà Hội đồng có {members} thành viên."),
        N_("Ghi số phiếu là số nguyên, không quá số thành viên trong thanh_vien."),
    ),
    "VB294": FaultKind(
        N_("{name} được {votes}/{members} phiếu ({share}), chưa đủ {percent}% để đề nghị {award}."),
        N_("Kiểm tra lại số phiếu, hoặc đưa ra khỏi danh sách (nguồn: {source})."),
    ),
    "VB295": FaultKind(
        N_("{name} được {votes}/{members} phiếu ({share}), có thể chưa đủ {percent}% để đề nghị {award}."),
        N_("Đối chiếu tỷ lệ với văn bản đang có hiệu lực (nguồn: {source})."),
    ),
    "VB296": FaultKind(
        N_("{name} ghi {found} năm thành tích; đề nghị {award} thường phải báo cáo {years} năm."),
        N_("Bổ sung thành tích, hoặc đối chiếu với văn bản đang có hiệu lực (nguồn: {source})."),
    ),
    "VB297": FaultKind(
        N_("Căn cứ «{found}» hết hiệu lực từ ngày {until}, trước ngày của Tờ trình; thay thế là {by}."),
        N_("Căn cứ văn bản đang có hiệu lực (nguồn: {source})."),
    ),
    "VB298": FaultKind(
        N_("Căn cứ «{found}» có thể đã hết hiệu lực từ ngày {until}; thay thế có thể là {by}."),
        N_("Tra cứu hiệu lực của văn bản trước khi dùng làm căn cứ (nguồn: {source})."),
    ),
    "VB299": FaultKind(
        N_("«{found}» không có trong danh sách thành viên Hội đồng."),
        N_("Ghi họ tên đúng như trong thanh_vien, hoặc thêm người này vào thanh_vien."),
    ),
}
