"""Lets go of uploaded files: Streamlit keeps them until the visitor leaves, also when nobody looks.

Their bytes are as the visitor had them, with whatever is hidden in them, and may be 20 MB each.
"""

from collections.abc import Iterable

from starlette.formparsers import MultiPartParser
from streamlit.runtime import get_instance
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile, UploadedFileRec

from web.limits import MOST_UPLOADED
from web.pinned import require
from web.sessions import cookie_of, sessions_of
from web.visitor import name_of


def let_go(files: Iterable[UploadedFile]) -> None:
    """Forget these files of this visitor; the bytes that were read from them stay good."""
    kept, session = _kept()
    for file in files:
        kept.remove_file(session, file.file_id)


def let_go_all() -> None:
    """Forget every file of this visitor, also one that came in while nobody looked."""
    kept, session = _kept()
    kept.remove_session_files(session)


def owner_of(session: str) -> bytes | None:
    """Whose visit this is: the visitor, or without a cookie the visit itself. None: it is over."""
    info = sessions_of(get_instance()).get_active_session_info(session)
    if info is None or info.client.client_context is None:
        return None
    cookie = cookie_of(info)
    return name_of(cookie) if cookie else session.encode()


def kept_bytes(session: str) -> int:
    """How many bytes of files Streamlit keeps for a visit."""
    files = get_instance().uploaded_file_mgr
    assert isinstance(files, MemoryUploadedFileManager)
    return sum(len(file.data) for file in list(files.file_storage.get(session, {}).values()))


def _kept() -> tuple[MemoryUploadedFileManager, str]:
    """Where Streamlit keeps files, and the name of this visit there."""
    context = get_script_run_ctx()
    assert context is not None
    assert isinstance(context.uploaded_file_mgr, MemoryUploadedFileManager)
    return context.uploaded_file_mgr, context.session_id


def check() -> None:
    """Whether Streamlit keeps uploads as we know it.

    Raises:
        StreamlitChanged: it does not.
    """
    for name in ("remove_file", "remove_session_files"):
        require(hasattr(MemoryUploadedFileManager, name), f"uploads have {name}")
    require({"file_id", "data"} <= {*UploadedFileRec._fields}, "an upload has a file_id and data")
    require(hasattr(MemoryUploadedFileManager(""), "file_storage"), "uploads are in file_storage")
    require(hasattr(MultiPartParser, "spool_max_size"), "uploads have spool_max_size")


def keep_off_disk() -> None:
    """From now on an upload is in memory alone; Starlette writes what is over 1 MB to a file."""
    MultiPartParser.spool_max_size = MOST_UPLOADED
