"""How a pack is handed in: by e-mail, with a form behind DigiD, or on paper."""

from html import escape
from urllib.parse import quote

import streamlit as st

from pages._download import link
from pages._packing import as_locked_pdf, as_pdf, as_zip
from pages._packs import Packed
from pages._preview import size_in_words
from pages._visit import texts, visit
from pages._words import details, paragraph, plain
from smi_core.content import load_texts
from smi_core.mail import email
from smi_core.passphrases import new_passphrase


def by_email(pack: Packed) -> None:
    """One PDF, the e-mail to send it with, and the same PDF with a password."""
    say, mine = texts().say, visit()
    st.warning(plain(say("pack.bsn_email")))
    details(say("pack.safer"), say("pack.safer_bsn"), say("pack.safer_password"))
    is_locked = st.checkbox(say("pack.lock"), bool(mine.password), key="lock")
    if not is_locked:
        mine.password = ""
        get_pack(pack)
    else:
        mine.password = mine.password or new_passphrase()
        paragraph(say("pack.password"))
        st.html(f'<p class="secret">{mine.password}</p>')
        paragraph(say("pack.password_how"))
        paragraph(say("pack.password_once"))
        _offer(link(say("pack.download_locked"), as_locked_pdf(pack, mine.password)))
    _show_size(pack)
    _ready_mail(pack, is_locked=is_locked)


def by_form(pack: Packed) -> None:
    """The pack to prepare the form with, and the files to upload there."""
    say = texts().say
    paragraph(say("pack.form"))
    get_pack(pack)
    st.header(say("pack.files"), anchor=False)
    if not pack.fitted.attachments:
        paragraph(say("pack.files_none"))
        return
    paragraph(say("pack.files_how"))
    st.html(f"<p>{link(say('pack.download_zip'), as_zip(pack))}</p>")


def on_paper(pack: Packed) -> None:
    """A pack to print and sign; where to hand it in stands in the steps."""
    paragraph(texts().say("pack.lead"))
    paragraph(texts().say("pack.print"))
    get_pack(pack)


def get_pack(pack: Packed) -> None:
    """The link to the pack."""
    say = texts().say
    _offer(link(say("pack.download"), as_pdf(pack)))
    paragraph(say("pack.once"), "step-line")
    if visit().language != "nl":
        details(say("pack.language"), say("pack.dutch"))


def _offer(html: str) -> None:
    with st.container(key="get_pack"):
        st.html(f"<p>{html}</p>")


def _show_size(pack: Packed) -> None:
    """How large the pack is, and what was done to make it fit."""
    say, language, fitted = texts().say, texts().language, pack.fitted
    if fitted.most is None:
        return
    size, most = (size_in_words(number, language) for number in (fitted.size, fitted.most))
    paragraph(say("pack.size", size=size, most=most))
    if not fitted.fits:
        st.warning(plain(say("pack.too_large")))
    elif fitted.is_smaller:
        paragraph(say("pack.made_smaller"))


def _ready_mail(pack: Packed, *, is_locked: bool) -> None:
    """The e-mail, to be copied. A link may hold no more than what others may see."""
    enclosed = pack.fitted.attachments
    mail = email(pack.case, load_texts("nl"), enclosed, is_locked=is_locked)
    if mail is None:
        return
    say = texts().say
    with st.expander(say("pack.mail")):
        paragraph(say("pack.mail_how"))
        for name, text in (("to", mail.address), ("subject", mail.subject), ("text", mail.body)):
            st.html(_to_copy(name, text))
        target = f"mailto:{quote(mail.address, safe='@')}?subject={quote(mail.subject)}"
        opens = escape(say("pack.mail_open"))
        st.html(f'<p><a class="button-link quiet" href="{target}">{opens}</a></p>')
        paragraph(say("pack.mail_attach"))


def _to_copy(name: str, text: str) -> str:
    """A text in a field of its own, with a button that copies it."""
    say = texts().say
    label = escape(say(f"pack.mail.{name}"))
    rows = text.count("\n") + 1 + len(text) // 40  # where the browser cannot fit it itself
    return (
        f'<label class="field-label" for="mail-{name}">{label}</label>'
        f'<textarea class="to-copy" id="mail-{name}" lang="nl" rows="{rows}" readonly>'
        f"{escape(text)}</textarea>"
        f'<button class="copy" type="button" data-copy="mail-{name}"'
        f' data-done="{escape(say("pack.copied"))}">{escape(say("pack.copy"))}: {label}</button>'
    )
