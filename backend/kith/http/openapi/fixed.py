"""The schemas that are the same in every workspace."""

from collections.abc import Mapping

from kith.http.openapi.shapes import (
    ANYTHING,
    FLAG,
    FREE,
    ID,
    MOMENT,
    NUMBER,
    TEXT,
    WHOLE,
    Schema,
    between,
    closed,
    either,
    many,
    maybe,
    opened,
    ref,
    short,
    word,
)

_PATH = {"type": "string", "minLength": 1, "maxLength": 255}
_OPERATORS = (
    *("eq", "ne", "in", "not_in", "lt", "le", "gt", "ge", "between", "empty", "not_empty"),
    *("contains", "not_contains", "starts", "ends", "any_of", "all_of", "none_of"),
    *("within", "near", "under"),
)
_BUCKETS = ("day", "week", "month", "quarter", "year", "fiscal_year", "fiscal_quarter")

VALUES: Mapping[str, Schema] = {
    "Link": opened("id label", id=ID, label=maybe(TEXT), closed=FLAG),
    "Money": opened("amount currency", amount=NUMBER, currency=TEXT, base=maybe(NUMBER)),
    "Address": opened(
        street=maybe(TEXT),
        city=maybe(TEXT),
        region=maybe(TEXT),
        postal=maybe(TEXT),
        country=maybe(TEXT),
        lat=maybe(NUMBER),
        lng=maybe(NUMBER),
    ),
    "Place": opened("lat lng", lat=NUMBER, lng=NUMBER),
    "FileValue": opened("id name size type", id=ID, name=TEXT, size=WHOLE, type=TEXT),
}

LANGUAGE: Mapping[str, Schema] = {
    "Filter": either(
        closed("and", **{"and": many(ref("Filter"), 100)}),
        closed("or", **{"or": many(ref("Filter"), 100)}),
        closed("not", **{"not": ref("Filter")}),
        closed("field op", field=_PATH, op=word(*_OPERATORS), value=ANYTHING),
        closed(
            "children",
            children=_PATH,
            **{"is": word("any", "none", "count")},
            op=word("eq", "ne", "lt", "le", "gt", "ge"),
            value=between(0, 10**9),
            where=ref("Filter"),
        ),
        closed("text", text=short(1000)),
    ),
    "Sort": either(_PATH, closed("by", by=_PATH, desc=FLAG)),
    "Query": closed(
        where=maybe(ref("Filter")),
        search=maybe(short(1000, 0)),
        sort=many(ref("Sort"), 10),
        fields=maybe(many(_PATH, 200)),
        limit=between(1, 200),
        after=maybe(TEXT),
        count=word("capped", "exact", "none"),
        bin=FLAG,
    ),
    "Aggregate": closed(
        where=maybe(ref("Filter")),
        search=maybe(short(1000, 0)),
        group=many(either(_PATH, closed("by", by=_PATH, bucket=word(*_BUCKETS))), 5),
        measures=many(
            closed(
                "op",
                op=word("count", "sum", "avg", "min", "max", "count_distinct"),
                field=_PATH,
                **{"as": short(100)},
            ),
            20,
        ),
        sort=many(closed("by", by=TEXT, desc=FLAG), 5),
        limit=between(1, 10_000),
    ),
    "Figures": opened(
        "groups", groups=many(opened("keys values", keys=many(ANYTHING), values=FREE))
    ),
}

SESSION: Mapping[str, Schema] = {
    "SignIn": closed(
        "email password", email=short(320), password=short(200), workspace=maybe(short(48, 0))
    ),
    "Me": opened(
        "user workspace csrf admin catalog_version",
        user=opened(
            "id name email profile locale timezone",
            id=ID,
            name=TEXT,
            email=TEXT,
            profile=TEXT,
            locale=maybe(TEXT),
            timezone=maybe(TEXT),
            photo=maybe(ref("FileValue")),
            theme=maybe(TEXT),
            density=maybe(TEXT),
            motion=maybe(TEXT),
            start_page=maybe(TEXT),
        ),
        workspace=ref("Workspace"),
        csrf=TEXT,
        admin=FLAG,
        catalog_version=WHOLE,
    ),
    "MeChange": closed(
        locale=word("en", "zh-CN"),
        timezone=TEXT,
        theme=word("system", "light", "dark"),
        density=word("comfortable", "compact"),
        motion=word("system", "reduce", "full"),
        start_page=short(300),
    ),
    "NewPreference": closed("value", value=ANYTHING),
    "Preference": opened("key value changed_at", key=TEXT, value=ANYTHING, changed_at=MOMENT),
    "Preferences": opened("items", items=many(ref("Preference"))),
    "PasswordChange": closed("current password", current=short(200), password=short(200)),
    "NewPassword": closed("password", password=short(200)),
    "InvitationAnswer": closed("secret password", secret=short(200), password=short(200)),
    "Invitation": opened("secret url days", secret=TEXT, url=TEXT, days=WHOLE),
    "NewToken": closed(
        "name scopes",
        name=short(80),
        scopes={**many(word("read", "write", "admin")), "minItems": 1},
        expires_at=maybe(MOMENT),
    ),
    "TokenFacts": opened(
        "id name scopes hint created_at",
        id=ID,
        name=TEXT,
        scopes=many(TEXT),
        hint=TEXT,
        created_at=MOMENT,
        used_at=maybe(MOMENT),
        expires_at=maybe(MOMENT),
        token=TEXT,
    ),
    "Tokens": opened("items", items=many(ref("TokenFacts"))),
    "Hello": opened("name version", name=maybe(TEXT), version=TEXT, demo=maybe(many(FREE))),
    "Health": opened("status", status=TEXT),
    "Workspace": opened(
        "name slug base_currency locale timezone fiscal_start",
        name=TEXT,
        slug=TEXT,
        base_currency=TEXT,
        locale=TEXT,
        timezone=TEXT,
        fiscal_start=between(1, 12),
    ),
    "WorkspaceChange": closed(
        name=short(120),
        locale=word("en", "zh-CN"),
        timezone=TEXT,
        fiscal_start=between(1, 12),
        base_currency=short(3, 3),
    ),
    "Rates": opened("items", items=many(ref("Rate"))),
    "Rate": closed(
        "currency day rate",
        currency=short(3, 3),
        day={"type": "string", "format": "date"},
        rate={"type": "number", "exclusiveMinimum": 0},
    ),
}

REST: Mapping[str, Schema] = {
    "Problem": opened(
        "type title status code detail",
        type=TEXT,
        title=TEXT,
        status=WHOLE,
        code=TEXT,
        detail=TEXT,
        place=TEXT,
        fields=FREE,
    ),
    "Anything": ANYTHING,
    "Merge": closed("from", **{"from": {**many(ID, 100), "minItems": 1}}, values=FREE),
    "MergePreview": opened(
        "record records differing filled moving",
        record=FREE,
        records=many(FREE),
        differing=many(TEXT),
        filled=FREE,
        moving=many(
            opened("object label field count", object=TEXT, label=TEXT, field=TEXT, count=WHOLE)
        ),
    ),
    "Bulk": closed(
        "action",
        ids=many(ID, 50_000),
        where=ref("Filter"),
        action=word("update", "delete", "restore"),
        values=FREE,
    ),
    "VerbCall": {**opened("id", id=ID), "additionalProperties": True},
    "Job": opened(
        "id kind state done",
        id=ID,
        kind=TEXT,
        state=word("queued", "running", "done", "failed", "cancelled"),
        done=WHOLE,
        total=maybe(WHOLE),
        message=TEXT,
        result=ANYTHING,
    ),
    "Jobs": opened("items", items=many(ref("Job"))),
    "Hits": opened("groups", groups=many(opened("object items", object=TEXT, items=many(FREE)))),
    "Found": opened("items", items=many(opened("id label", id=ID, label=maybe(TEXT)))),
    "Timeline": opened("items", items=many(FREE), next=maybe(either(TEXT, WHOLE))),
    "Colleagues": opened(
        "items",
        items=many(
            opened(
                "user strength score activities",
                user=ref("Link"),
                strength=word("strong", "medium", "weak"),
                score=NUMBER,
                activities=WHOLE,
                last_at=maybe(MOMENT),
            )
        ),
    ),
    "Undo": closed(change=either(WHOLE, TEXT), batch=ID, preview=FLAG),
    "Undone": opened("conflicts done", conflicts=many(FREE), done=WHOLE),
    "View": opened(
        "id name kind object query columns",
        id=TEXT,
        name=TEXT,
        kind=word("list", "board", "calendar", "split", "map"),
        object=TEXT,
        query=FREE,
        columns=many(FREE),
        group=maybe(TEXT),
        settings=FREE,
        sharing=word("private", "shared"),
        pinned=FLAG,
        start=FLAG,
        standard=FLAG,
        owner=maybe(ref("Link")),
    ),
    "NewView": closed(
        name=short(120),
        kind=word("list", "board", "calendar", "split", "map"),
        query=closed(where=maybe(ref("Filter")), sort=many(ref("Sort"), 10), search=maybe(TEXT)),
        columns=many(closed("field", field=_PATH, width=between(1, 2000)), 300),
        group=maybe(TEXT),
        settings=closed(
            then=maybe(TEXT),
            pins=between(1, 10),
            folded=many(TEXT, 200),
            span=word("month", "week", "day", "agenda"),
        ),
        sharing=word("private", "shared"),
        pinned=FLAG,
    ),
    "Views": opened("items", items=many(ref("View"))),
    "StartView": closed("view", view=maybe(TEXT)),
    "Meta": opened("version objects", version=WHOLE, objects=many(FREE), kinds=many(FREE)),
    "ObjectMeta": FREE,
    "FieldMeta": FREE,
    "ObjectSpec": FREE,
    "FieldSpec": FREE,
    "Layout": FREE,
    "Removed": opened("items", items=many(FREE)),
    "Profiles": opened("items", items=many(FREE)),
    "Profile": FREE,
}

FIXED: Mapping[str, Schema] = {**VALUES, **LANGUAGE, **SESSION, **REST}
