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
    context = get_script_run_ctx()
    assert context is not None
    kept = context.uploaded_file_mgr
    assert isinstance(kept, MemoryUploadedFileManager)
    for file in files:
        kept.remove_file(context.session_id, file.file_id)


def check() -> None:
    """Whether Streamlit keeps uploads as we know it.

    Raises:
        StreamlitChanged: it does not.
    """
    require(hasattr(MemoryUploadedFileManager, "remove_file"), "an upload can be removed")
    require("file_id" in UploadedFileRec._fields, "an upload has a file_id")
