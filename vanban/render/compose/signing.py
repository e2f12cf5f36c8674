"""The foot of the paper: who signs (ô 7) and who receives it (ô 9b, 12)."""

from __future__ import annotations

from itertools import zip_longest

from vanban.document.model import NguoiKy
from vanban.render.compose.pieces import Desk, Side, bare, p
from vanban.render.sheet import Item, P, Pair
from vanban.thethuc import measures as m
from vanban.thethuc import writing

SHORT_PARAGRAPH = 80
"""Letters below which a closing paragraph is one line, too little to go with the signature alone."""


def signatures(desk: Desk) -> Pair:
    """Nơi nhận left and the signer right; several signers stand side by side above Nơi nhận (Mẫu 1.9)."""
    total = desk.look.text_width_mm
    signers = desk.doc.nguoi_ky or (NguoiKy(),)
    recipients = _recipients(desk)
    if len(signers) == 1 and not desk.form.signers_first:
        widths = (total * m.RECIPIENTS_SHARE, total * (1 - m.RECIPIENTS_SHARE))
        return Pair(t="pair", id="ky", w=widths, rows=[(recipients, _signer(signers[0]))])
    left = [_signer(signer) for signer in signers if signer.vi_tri == "trai"]
    right = [_signer(signer) for signer in signers if signer.vi_tri == "phai"]
    rows: list[tuple[Side, Side]] = [(a or [], b or []) for a, b in zip_longest(left, right)]
    return Pair(t="pair", id="ky", w=(total / 2, total / 2), rows=[*rows, (recipients, [])])


def _signer(signer: NguoiKy) -> Side:
    """Quyền hạn and chức vụ, room for the signature, the other post, the name (II.7.đ)."""
    office = [
        p("quyen_han", line.upper()) for line in (*writing.in_order(signer.quyen_han), signer.chuc_vu) if line
    ]
    below = [("chuc_vu_khac", signer.chuc_vu_khac.upper())] if signer.chuc_vu_khac else []
    below.append(("ho_ten", signer.ho_ten or writing.BLANK))
    name = [p(style, text) for style, text in below]
    name[0]["before"] = m.SIGNATURE_GAP_PT
    return [*office, *name]


def _recipients(desk: Desk) -> Side:
    """Ô 9b: "Như trên" after a Kính gửi, "Như Điều n" in a decision, "Lưu: VT, …" once and last (II.9)."""
    doc = desk.doc
    names = [bare(name) for name in doc.noi_nhan]
    names = [name for name in names if not name.startswith(writing.LUU)]
    first = doc.first_recipient
    if first and not (names and names[0].startswith("Như ")):
        names.insert(0, first)
    hang = desk.width("noi_nhan", "- ")
    lines = [*(f"- {name};" for name in names), f"- {writing.LUU} {bare(doc.luu)}."]
    side: Side = [p("noi_nhan_tu", writing.NOI_NHAN)]
    side += [P(t="p", s="noi_nhan", r=[(line, 0)], hang=hang) for line in lines]
    if doc.nguoi_soan_thao:
        copies = f".({doc.so_ban})" if doc.so_ban else ""
        side.append(p("nguoi_soan_thao", f"{doc.nguoi_soan_thao}{copies}"))
    return side


def hold_last(items: list[Item]) -> None:
    """Hold the end of the body to the signature block, which never stands alone on a page."""
    if not items or (last := items[-1])["t"] != "p":
        return
    last["keep"] = True
    if len(items) > 1 and sum(len(str(text)) for text, _ in last["r"]) < SHORT_PARAGRAPH:
        before = items[-2]
        if before["t"] == "p":
            before["keep"] = True
