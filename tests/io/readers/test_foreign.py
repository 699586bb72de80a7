from io import BytesIO
from zipfile import ZipFile

import pytest

from briefing.domain.errors import BriefingError
from briefing.io.readers import read

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def container(*names: str, told: str = "") -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        if told:
            package.writestr("mimetype", told)
        for name in names:
            package.writestr(name, "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (OLE + "WordDocument".encode("utf-16-le"), "old DOC format"),
        (OLE + "Workbook".encode("utf-16-le"), "spreadsheet"),
        (container("xl/workbook.xml"), "spreadsheet"),
        (container("content.xml", told="application/vnd.oasis.opendocument.spreadsheet"), "spreadsheet"),
        (container("ppt/presentation.xml"), "presentation"),
        (container("content.xml", told="application/vnd.oasis.opendocument.presentation"), "presentation"),
        (container("Index/Document.iwa"), "Apple Pages"),
        (container("article.txt"), "an archive"),
        (b"\x1f\x8b\x08\0\0\0\0\0", "an archive"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a picture"),
        (b"\0\0\0\x18ftypheic\0\0", "a picture"),
        (b"\0\0\0\x18ftypmp42\0\0", "sound or film"),
        (b"RIFF\0\0\0\0WAVEfmt ", "sound or film"),
        (b"Book" + b"\0" * 56 + b"BOOKMOBI\0\0", "Kindle"),
        (b"bplist00\xd1\0\1", "Safari"),
    ],
)
def test_a_file_of_another_kind_says_what_it_is_and_what_to_do(data: bytes, said: str) -> None:
    with pytest.raises(BriefingError, match=f"“article.docx” is .*{said}"):
        read(data, "article.docx")


def test_bytes_without_a_name_are_refused_all_the_same() -> None:
    with pytest.raises(BriefingError, match="binary"):
        read(b"\x89PNG\r\n\x1a\n\0\0")
