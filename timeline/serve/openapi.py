"""The OpenAPI 3.1 of a server, made from the operations that it answers, and the same as a page for people.

>>> describe((), "https://news.example/t/")["openapi"]
'3.1.0'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from timeline.render.site import both, escape
from timeline.serve.operations import Operation
from timeline.serve.parameters import Parameter
from timeline.serve.problems import MEDIA_TYPE as PROBLEM
from timeline.serve.schemas import SCHEMAS, ref
from timeline.serve.sheets import crumbs

_ABOUT = (
    "Dated events read from newspapers and notices, each with the words that it was read from. "
    "Answers carry a strong ETag and can be asked for conditionally. Problems are told as RFC 9457."
)
_PROBLEMS = {
    400: "A parameter says nothing; `detail` tells what to write.",
    401: "No token, or a wrong one.",
    404: "There is nothing of that name.",
    406: "In none of the forms that were asked for.",
    408: "The body did not arrive in time.",
    413: "The body is too long.",
    414: "The address is too long.",
    431: "The headers are too long.",
    415: "A body of that media type can't be read.",
    503: "The store does not answer now, the answer takes too long, or too many ask; see Retry-After.",
}
_VERSIONED = {
    "ETag": {"description": "Strong validator for If-None-Match.", "schema": {"type": "string"}},
    "Last-Modified": {"description": "For If-Modified-Since.", "schema": {"type": "string"}},
}


def describe(operations: Iterable[Operation], base_url: str) -> dict[str, Any]:
    """The OpenAPI document of these operations, served below ``base_url`` ("" for wherever it was found)."""
    from timeline import __version__

    paths: dict[str, dict[str, Any]] = {}
    listed = list(operations)
    for each in listed:
        paths.setdefault(template(each.path), {})[each.method.lower()] = _operation(each)
        if each.method == "GET":
            head = {**_operation(each), "operationId": f"{each.name}_head", "summary": f"{each.summary} (headers only)"}
            answers = {
                status: {key: value for key, value in told.items() if key != "content"}
                for status, told in head["responses"].items()
            }
            paths[template(each.path)]["head"] = {**head, "responses": answers}
    document: dict[str, Any] = {
        "openapi": "3.1.0",
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "info": {"title": "Timeline", "version": __version__, "description": _ABOUT},
        "servers": [{"url": base_url.rstrip("/") or "/"}],
        "paths": paths,
        "components": {"schemas": SCHEMAS},
    }
    if any(each.token for each in listed):
        document["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    return document


def template(path: str) -> str:
    """A path as OpenAPI writes it.

    >>> template("/documents/{ref:path}")
    '/documents/{ref}'
    """
    return re.sub(r"\{(\w+):\w+\}", r"{\1}", path)


def _operation(operation: Operation) -> dict[str, Any]:
    names = re.findall(r"\{(\w+)", operation.path)
    made: dict[str, Any] = {
        "operationId": operation.name,
        "summary": operation.summary,
        "tags": [operation.tag],
        "parameters": [*map(_in_path, names), *map(_in_query, operation.parameters)],
        "responses": _responses(operation, bool(names)),
    }
    if operation.about:
        made["description"] = operation.about
    if operation.takes:
        content = {name: {"schema": schema} for name, schema in operation.takes.items()}
        made["requestBody"] = {"required": True, "content": content}
    if operation.token:
        made["security"] = [{"token": []}]
    return made


def _in_path(name: str) -> dict[str, Any]:
    schema = {"type": "string", "minLength": 1, "maxLength": 200}
    return {"name": name, "in": "path", "required": True, "schema": schema}


def _in_query(parameter: Parameter) -> dict[str, Any]:
    schema: Any = parameter.schema
    if parameter.many:
        schema = {"type": "array", "items": schema, "maxItems": 20}
    made = {"name": parameter.name, "in": "query", "description": parameter.about, "schema": schema}
    if parameter.example is not None:
        made["example"] = [parameter.example] if parameter.many else parameter.example
    return made


def _responses(operation: Operation, named: bool) -> dict[str, Any]:
    content = {name: {"schema": schema} for name, schema in operation.forms.items()}
    good: dict[str, Any] = {"description": operation.summary, "content": content}
    found: dict[str, Any] = {str(operation.status): good}
    statuses = {400, 414, 431, 503}
    if operation.kept:
        good["headers"] = _VERSIONED
        found["304"] = {"description": "The client has it already."}
    if named:
        statuses.add(404)
        found["308"] = {"description": "It has another name now; see Location."}
    if len(operation.forms) > 1:
        statuses.add(406)
    if operation.method == "POST":
        statuses |= {408, 413, 415}
    if operation.token:
        statuses |= {401}
        found["200"] = {**good, "description": "Nothing had to be changed."}
    for status in sorted(statuses):
        html = operation.tag == "pages"
        told: dict[str, Any] = {"text/html": {}} if html else {PROBLEM: {"schema": ref("Problem")}}
        found[str(status)] = {"description": _PROBLEMS[status], "content": told}
    return found


def page(operations: Sequence[Operation], root: str = "./") -> str:
    """The operations for people: what each is for, what it takes, what comes back."""
    parts = [
        crumbs(root),
        f'<main id="main"><h1 class="title">{both("给程序用的接口", "API")}</h1>',
        f'<p>{escape(_ABOUT)} <a href="openapi.json">openapi.json</a></p>',
        "<p><code>curl -H 'Accept: text/csv' '…/api/events?topic=trade&amp;upcoming=1'</code></p>",
    ]
    for each in operations:
        if each.tag != "pages":
            parts.append(_told(each))
    parts.append(f"<h2>{both('字段', 'Fields')}</h2>")
    parts += [_fields(name, schema) for name, schema in SCHEMAS.items() if "properties" in schema]
    return "\n".join((*parts, "</main>"))


def _told(operation: Operation) -> str:
    rows = [(each.name, each.about, _kind(each.schema, each.many)) for each in operation.parameters]
    table = _table(rows) if rows else ""
    forms = " · ".join(f"<code>{escape(name)}</code>" for name in operation.forms)
    takes = " · ".join(f"<code>{escape(name)}</code>" for name in operation.takes)
    token = " · Bearer token" if operation.token else ""
    return (
        f'<section><h2 class="api-path"><code>{operation.method} {escape(template(operation.path))}</code></h2>'
        f"<p>{escape(operation.summary)}. {_marked(operation.about)}</p>{table}"
        f'<p class="cite">{f"{takes} → " if takes else ""}{forms}{token}</p></section>'
    )


def _fields(name: str, schema: Mapping[str, Any]) -> str:
    rows = [(key, each.get("description", ""), _kind(each, False)) for key, each in schema["properties"].items()]
    return f'<section id="{escape(name)}"><h3>{escape(name)}</h3>{_table(rows)}</section>'


def _table(rows: Iterable[tuple[str, str, str]]) -> str:
    told = "".join(
        f'<tr><th scope="row"><code>{escape(name)}</code></th><td>{_marked(about)}</td><td>{escape(kind)}</td></tr>'
        for name, about, kind in rows
    )
    return (
        f'<div class="scroll" tabindex="0" role="group" aria-label="表 Table"><table class="api">{told}</table></div>'
    )


def _marked(words: str) -> str:
    """Words as HTML, what stands in backticks as code.

    >>> _marked("`a<b`, or c")
    '<code>a&lt;b</code>, or c'
    """
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(words))


def _kind(schema: Mapping[str, Any], many: bool) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "enum" in schema:
        words = ", ".join(str(each) or "“”" for each in schema["enum"])
    elif schema.get("type") == "array":
        words = f"list of {_kind(schema['items'], False)}"
    else:
        kind = schema.get("type", "any")
        words = " or ".join(kind) if isinstance(kind, list) else str(schema.get("format") or kind)
    return f"{words}, repeatable" if many else words
