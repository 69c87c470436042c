"""Citations in one plain form, for where no style of citation is at hand."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.export.documents.document import Citation, Document, Excerpts, Part, WholeArticle


def with_plain_citations(document: Document) -> Document:
    """The document with each article cited by its source's reference."""

    def cited(part: Part) -> Part:
        if not isinstance(part, WholeArticle | Excerpts):
            return part
        return replace(part, citation=Citation(document.source(part.source).reference))

    return replace(document, parts=tuple(map(cited, document.parts)))
