"""Prints what a reader finds in a calendar file, a JSON object a line, for Tests/FeedsTests.

usage: read_feed.py icalendar|libical FILE
"""
import ctypes
import json
import re
import sys

TEXTS = ["UID", "SUMMARY", "DESCRIPTION", "STATUS", "TRANSP", "CLASS", "CATEGORIES", "URL"]
VALUES = ["SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "DTSTART", "DTEND", "DUE"]


def unescaped(text):
    """Of a property that a reader takes for an unknown one."""
    return re.sub(r"\\(.)", lambda found: {"n": "\n"}.get(found[1], found[1]), text)


def by_icalendar(path):
    import icalendar

    calendar = icalendar.Calendar.from_ical(open(path, "rb").read())
    errors = [str(error) for part in calendar.walk() for error in part.errors]

    def item(part):
        found = {}
        for name in TEXTS + VALUES:
            value = part.get(name)
            if value is None:
                continue
            if name == "CATEGORIES":
                found[name] = ",".join(str(category) for category in value.cats)
            elif name in TEXTS:
                found[name] = str(value)
            else:
                found[name] = value.to_ical().decode() if hasattr(value, "to_ical") else str(value)
        found["alarms"] = [alarm["TRIGGER"].to_ical().decode() for alarm in part.walk("VALARM")]
        return found

    items = [item(part) for part in calendar.subcomponents]
    return {"name": unescaped(str(calendar["NAME"])), "errors": errors}, items


def by_libical(path):
    lib = ctypes.CDLL("libical.so.3")

    def function(name, result, *arguments):
        f = getattr(lib, name)
        f.restype, f.argtypes = result, arguments
        return f

    pointer, text, number = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
    parse = function("icalparser_parse_string", pointer, text)
    errors = function("icalcomponent_count_errors", number, pointer)
    check = function("icalrestriction_check", number, pointer)
    first_part = function("icalcomponent_get_first_component", pointer, pointer, number)
    next_part = function("icalcomponent_get_next_component", pointer, pointer, number)
    first_property = function("icalcomponent_get_first_property", pointer, pointer, number)
    next_property = function("icalcomponent_get_next_property", pointer, pointer, number)
    name_of = function("icalproperty_get_property_name", text, pointer)
    value_of = function("icalproperty_get_value_as_string", text, pointer)
    plain_value = function("icalproperty_get_value", pointer, pointer)
    text_of = function("icalvalue_get_text", text, pointer)
    is_a = function("icalcomponent_isa", number, pointer)
    kind = function("icalcomponent_string_to_kind", number, text)
    any_part = kind(b"ANY")
    texts = {"UID", "SUMMARY", "DESCRIPTION", "CATEGORIES"}

    def parts(of):
        part = first_part(of, any_part)
        while part:
            yield part
            part = next_part(of, any_part)

    def properties(of):
        one = first_property(of, 0)
        while one:
            name = name_of(one).decode()
            value = text_of(plain_value(one)) if name in texts else value_of(one)
            yield name, value.decode()
            one = next_property(of, 0)

    calendar = parse(open(path, "rb").read())
    assert calendar, "libical cannot read it"
    problems = ["%d errors" % errors(calendar)] if errors(calendar) else []
    if not check(calendar):
        problems.append("a restriction of RFC 5546 is broken")
    items = []
    for part in parts(calendar):
        found = {name: value for name, value in properties(part) if name in TEXTS + VALUES}
        alarms = [alarm for alarm in parts(part) if is_a(alarm) == kind(b"VALARM")]
        found["alarms"] = [value for alarm in alarms for name, value in properties(alarm) if name == "TRIGGER"]
        items.append(found)
    name = unescaped(dict(properties(calendar))["NAME"])
    return {"name": name, "errors": problems}, items


head, items = {"icalendar": by_icalendar, "libical": by_libical}[sys.argv[1]](sys.argv[2])
for line in [head] + items:
    print(json.dumps(line, ensure_ascii=False, sort_keys=True))
