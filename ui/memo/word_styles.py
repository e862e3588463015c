"""How the memo looks in Word: the file from which pandoc takes styles, page, header and footer."""

import zipfile
from importlib.resources import files
from pathlib import Path
from xml.sax.saxutils import escape

from ui.memo.document import Document, fit

# Names of styles in word/styles.xml.
KIND, TITLE, ASIDE, ENTRY = "Memo Kind", "Title", "Aside", "Bibliography"

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {
    "[Content_Types].xml": f"""<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>
<Override PartName="/word/header1.xml" ContentType="{_TYPE}.header+xml"/>
<Override PartName="/word/footer1.xml" ContentType="{_TYPE}.footer+xml"/>
</Types>""",
    "_rels/.rels": f"""<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>
</Relationships>""",
    "word/_rels/document.xml.rels": f"""<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="{_OFFICE}/header" Target="header1.xml"/>
<Relationship Id="rId3" Type="{_OFFICE}/footer" Target="footer1.xml"/>
</Relationships>""",
    # A4 with margins of 25 mm, in twentieths of a point.
    "word/document.xml": f"""<w:document xmlns:w="{_WORD}" xmlns:r="{_OFFICE}"><w:body><w:sectPr>
<w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/>
<w:pgSz w:w="11906" w:h="16838"/>
<w:pgMar w:top="1474" w:right="1417" w:bottom="1361" w:left="1417" w:header="794" w:footer="680"
 w:gutter="0"/>
</w:sectPr></w:body></w:document>""",
}
_HEADER = """<w:hdr xmlns:w="{word}"><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>
<w:r><w:t>{left}</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>{right}</w:t></w:r></w:p></w:hdr>"""
_FOOTER = """<w:ftr xmlns:w="{word}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>
<w:r><w:t xml:space="preserve">{page} </w:t></w:r>
<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>
<w:r><w:t xml:space="preserve"> / </w:t></w:r>
<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>"""


def write_styles(document: Document, path: Path) -> None:
    """A Word file without text for pandoc's `--reference-doc`."""
    head = f"{document.kind} · {document.date}"
    header = _HEADER.format(word=_WORD, left=escape(document.author), right=escape(fit(head)))
    footer = _FOOTER.format(word=_WORD, page=escape(document.page))
    styles = files("ui.memo").joinpath("word", "styles.xml").read_text(encoding="utf-8")
    if not document.new_pages:
        styles = styles.replace("<w:pageBreakBefore/>", "")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _PARTS.items():
            archive.writestr(name, _XML + content)
        archive.writestr("word/header1.xml", _XML + header)
        archive.writestr("word/footer1.xml", _XML + footer)
        archive.writestr("word/styles.xml", styles)
