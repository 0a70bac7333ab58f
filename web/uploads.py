"""Lets go of uploaded files: Streamlit keeps them until the visitor leaves, also when nobody looks.

Their bytes are as the visitor had them, with whatever is hidden in them, and may be 20 MB each.
"""

from collections.abc import Iterable

from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile, UploadedFileRec

from web.pinned import require


def let_go(files: Iterable[UploadedFile]) -> None:
    """Forget these files of this visitor; the bytes that were read from them stay good."""
    kept, session = _kept()
    for file in files:
        kept.remove_file(session, file.file_id)


def let_go_all() -> None:
    """Forget every file of this visitor, also one that came in while nobody looked."""
    kept, session = _kept()
    kept.remove_session_files(session)


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
    require("file_id" in UploadedFileRec._fields, "an upload has a file_id")
