"""What Streamlit leaves out of a public website: own index.html, headers, downloads, a janitor.

Knows Streamlit; the pages know it; `smi_core` does not. Whatever rests on a Streamlit internal
stands in this package alone, checked at start-up.
"""
