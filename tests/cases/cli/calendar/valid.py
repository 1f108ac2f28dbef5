"""Holds an iCalendar file to RFC 5545: line ends, folding, order, properties."""
import re
import sys

data = open(sys.argv[1], "rb").read()
assert data.endswith(b"\r\n") and b"\n" not in data.replace(b"\r\n", b"")
lines = data.split(b"\r\n")[:-1]
assert all(len(line) <= 75 for line in lines), "a line is over 75 octets"
for line in lines:
    line.decode("utf-8")  # no character is cut
unfolded = []
for line in lines:
    if line.startswith(b" "):
        unfolded[-1] += line[1:]
    else:
        unfolded.append(line)
text = [line.decode("utf-8") for line in unfolded]
assert text[0] == "BEGIN:VCALENDAR" and text[-1] == "END:VCALENDAR"
assert text.count("VERSION:2.0") == 1
assert sum(line.startswith("PRODID:") for line in text) == 1
uids, events, event = [], 0, None
for line in text[1:-1]:
    name, _, value = line.partition(":")
    if line == "BEGIN:VEVENT":
        assert event is None
        event = {}
    elif line == "END:VEVENT":
        for key in ("UID", "DTSTAMP", "DTSTART", "SUMMARY"):
            assert len(event[key]) == 1, key
        uids.append(event["UID"][0])
        events += 1
        event = None
    elif event is not None:
        event.setdefault(name.split(";")[0], []).append(value)
        if name == "DTSTAMP":
            assert re.fullmatch(r"\d{8}T\d{6}Z", value), value
        if name.endswith("VALUE=DATE"):
            assert re.fullmatch(r"\d{8}", value), value
        if name in ("SUMMARY", "DESCRIPTION"):
            rest = re.sub(r"\\[\\;,nN]", "", value)
            assert not re.search(r"[;,\\]", rest), value
assert event is None and len(set(uids)) == len(uids), "a UID comes twice"
print("valid:", events, "events")
