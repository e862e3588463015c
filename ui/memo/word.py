"""The memo as DOCX: pandoc writes it from the document tree, with Word's own footnotes."""

import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from corpus.wording import KnownError
from ui.memo.document import Document
from ui.memo.syntax_tree import region, syntax_tree
from ui.memo.word_styles import write_styles

_PROPERTIES = "docProps/core.xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first date that a ZIP can hold
_CORE = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties
 xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<dc:title>{title}</dc:title><dc:subject>{kind}</dc:subject><dc:creator>{author}</dc:creator>
<cp:lastModifiedBy>{author}</cp:lastModifiedBy><dc:language>{language}</dc:language>
<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>
<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>
</cp:coreProperties>"""


def word_bytes(document: Document) -> bytes:
    """The same document makes the same bytes. Raises KnownError where pandoc is not installed."""
    missing = KnownError(
        en="DOCX needs pandoc, which is missing here. Install it with: pip install "
        "pypandoc_binary – or choose Markdown.",
        fr="Le DOCX demande pandoc, qui n’est pas installé ici. Installez-le avec\u00a0: pip "
        "install pypandoc_binary – ou choisissez Markdown.",
    )
    try:
        import pypandoc
    except ImportError as error:
        raise missing from error
    with TemporaryDirectory(prefix="cxlit-") as folder:
        styles, written = Path(folder, "styles.docx"), Path(folder, "memo.docx")
        write_styles(document, styles)
        try:
            pypandoc.convert_text(
                json.dumps(syntax_tree(document)),
                "docx",
                "json",
                # Nothing of this person's own pandoc, and no file or address but these two.
                extra_args=[f"--reference-doc={styles}", f"--data-dir={folder}"],
                outputfile=str(written),
                verify_format=False,
                sandbox=True,
            )
        except OSError as error:  # the wrapper is here, the program is not
            raise missing from error
        return _reproducible(written.read_bytes(), document)


def _reproducible(docx: bytes, document: Document) -> bytes:
    """The same file without the clock in it: with the memo's own properties and dates."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx)) as before,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            content = before.read(name)
            member = zipfile.ZipInfo(name, _EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3  # Unix, wherever it is written
            own = _core(document) if name == _PROPERTIES else content
            after.writestr(member, own)
    return made.getvalue()


def _core(document: Document) -> bytes:
    moment = datetime.fromisoformat(document.at).astimezone(UTC)
    return _CORE.format(
        title=escape(document.title),
        kind=escape(document.kind),
        author=escape(document.author),
        language=region(document.language),
        moment=moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
    ).encode()
