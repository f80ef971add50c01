"""Why a page was not taken, by name; `words` tell a guardian what to do instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from enrolment.model.errors import EnrolmentError


class PaperRefused(EnrolmentError):
    """A page, or a step with pages, was refused."""

    words: ClassVar[str] = "这一步没有办成，请您再试一次。"


class TypeUnknown(PaperRefused):
    """By its content the file is neither a picture we take nor a PDF, whatever its name says."""

    words = "这个文件不是照片，也不是PDF。请您直接拍照，或者从相册里选一张照片。"


class FileDisguised(PaperRefused):
    """The file is two things at once, or not what its first bytes say."""

    words = "这个文件里还夹着别的内容，不能收。请您对着材料重新拍一张照片。"


class FileUnreadable(PaperRefused):
    """The file begins like a picture or a PDF and cannot be opened to its end."""

    words = "这个文件打不开，可能没有传完整。请您再传一次，或者重新拍一张。"


class FileTooLarge(PaperRefused):
    """The file has more bytes than any photo of a page needs."""

    words = "这个文件太大了，最大能收20兆。请您用手机的普通模式重新拍一张。"


class TooManyPixels(PaperRefused):
    """The picture claims more pixels than any phone's camera makes."""

    words = "这张照片的尺寸太大了。请您用手机的普通模式重新拍一张。"


class TooHeavy(PaperRefused):
    """Opening the file takes more memory or time than any honest page does."""

    words = "这个文件太复杂，打不开。请您对着材料拍照上传。"


class PdfEncrypted(PaperRefused):
    """The PDF asks for a password."""

    words = "这个PDF加了密码，打不开。请您去掉密码再传，或者直接拍照上传。"


class PdfActive(PaperRefused):
    """The PDF carries a script, a program to start, or another file."""

    words = "这个PDF里带有程序或者附件，不能收。请您打印成普通PDF，或者直接拍照上传。"


class PdfTooLong(PaperRefused):
    """The PDF has more pages than a paper may have."""

    words = "这个PDF页数太多，一份最多20页。请您只传要求的那几页。"


class TooManyPages(PaperRefused):
    """The paper, or the application, has as many pages as it may have."""

    words = "页数已经够多了。请您先删掉用不着的，再传新的。"


class ReaderBusy(PaperRefused):
    """More pages are being opened than this machine can open at once."""

    words = "现在传材料的人多，请您过一两分钟再传。"


class PaperNotAsked(PaperRefused):
    """The application does not ask for this paper."""

    words = "现在不需要这份材料。"


class PageUnknown(PaperRefused):
    """The application has no such page."""

    words = "这一页已经不在了。"


class PapersClosed(PaperRefused):
    """Papers are not taken in the state the application is in, or the page was handed in."""

    words = "材料已经交上去了，不能再改。需要改的话，请您打咨询电话。"


class NotFiledYet(PaperRefused):
    """The papers were prepared before the application was filed."""

    words = "照片已经存好。请您先回到对话里提交报名，再来点“交上去”。"


class PapersIncomplete(PaperRefused):
    """Something asked for has no page yet.

    Attributes:
        titles: the papers that lack pages, as the plan names them.
    """

    words = "还有材料没有拍，拍全了再交。"

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__("a paper that is asked for has no page yet")
        self.titles = tuple(titles)


class PaperLinkRefused(PaperRefused):
    """The link is not one of ours, or its time is over."""

    words = "这个链接已经过期了。请您回到对话里，发“进度”，就会得到新的链接。"


class PictureGone(PaperRefused):
    """The channel keeps what was sent for a few days only, and this picture no longer."""

    words = "这张照片在微信里已经取不到了。请您再发一次。"


class PapersUnavailable(EnrolmentError):
    """The place where pictures are kept did not answer."""


class PicturesUnavailable(EnrolmentError):
    """The channel through which a picture was sent does not hand it over now."""


OF_FILES: Mapping[str, type[PaperRefused]] = {
    refusal.__name__: refusal
    for refusal in (
        TypeUnknown,
        FileDisguised,
        FileUnreadable,
        FileTooLarge,
        TooManyPixels,
        TooHeavy,
        PdfEncrypted,
        PdfActive,
        PdfTooLong,
    )
}
"""The refusals that opening a file can end in, by name."""
