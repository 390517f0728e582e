# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reads and writes data sets in the canonical form of our XML.

    schema = canonical.Schema(PROJECT)
    records = schema.read(path)          # {id: record}, {} without the file
    schema.write(path, "taxon", records, title="…", date="…", licence="…", source="…")
    schema.overlay(path, "taxon", records, …)

A record is a dictionary: field name → value, with "id" first among them. By kind:
a flag is True or False; references and strings are lists; a text is {language: words};
a range is {area id: [tag, …]}; parts are lists of such dictionaries without "id";
everything else is the string that XML has. What is missing, None or empty is not
written, nor is a default.

overlay() keeps what the file has besides: records under other ids stay as they are,
those of `records` replace what stood under their ids.
"""

import dataclasses
import os
import pathlib
import re
import xml.etree.ElementTree as ElementTree

NAMESPACE = "urn:saiga:dataset"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
ID = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")
ROOT = ("title", "date", "licence", "source")

# Kinds that are child elements; all others are attributes.
ELEMENTS = {"text", "parts"}
KINDS = {
    "string", "text", "flag", "integer", "decimal", "enum", "date", "timeframe", "money",
    "range", "reference", "references", "strings", "parts",
}
# Of a range, in the order in which they are written.
TAGS = (
    "native", "introduced", "reintroduced", "extinct", "vagrant", "uncertain",
    "possibly-introduced", "possibly-extinct",
)


class CanonicalError(Exception):
    pass


@dataclasses.dataclass
class Field:
    name: str
    kind: str
    required: bool
    default: str
    values: tuple   # of an enumeration
    part: object    # of parts: their Shape
    pattern: str


@dataclasses.dataclass
class Shape:
    """What a record or a part consists of."""

    name: str
    plural: str
    fields: dict
    key: list
    ordered: bool


class Schema:
    def __init__(self, project):
        folder = pathlib.Path(project) / "lib" / "records"
        trees = {path.stem: ElementTree.parse(path).getroot()
                 for path in sorted(folder.glob("*.xml"))}
        common = trees["common"]
        self.shapes = {}
        self.plurals = {}

        enumerations = {}
        parts = {}
        for root in trees.values():
            for node in root.findall(".//enumeration"):
                enumerations[node.get("name")] = tuple(value.get("name") for value in node.findall("value"))
        for root in trees.values():
            for node in root.findall("part"):
                parts[node.get("name")] = Shape(node.get("name"), None,
                                                  self._fields([node], enumerations, parts),
                                                  node.get("key").split(), node.get("ordered") == "true")
        for root in trees.values():
            if root.tag == "record":
                shape = Shape(root.get("name"), root.get("plural"),
                               self._fields([common, root], enumerations, parts), [], False)
                self.shapes[shape.name] = shape
                self.plurals[shape.plural] = shape

    @staticmethod
    def _fields(nodes, enumerations, parts):
        fields = {}
        for node in nodes:
            for child in node:
                if child.tag not in KINDS:
                    continue
                default = child.get("default")
                if child.tag == "flag" and default is None:
                    default = "no"
                fields[child.get("name")] = Field(
                    child.get("name"), child.tag, child.get("required") == "true", default,
                    enumerations.get(child.get("of")) if child.tag == "enum" else None,
                    parts.get(child.get("of")) if child.tag == "parts" else None,
                    child.get("pattern"))
        return fields

    # Writing

    def to_line(self, type_name, record):
        """The line of a record."""
        shape = self.shapes[type_name]
        if not ID.fullmatch(record.get("id") or ""):
            raise CanonicalError(f"{record}: no id, or a bad one")
        return self._element(shape, record, record["id"])

    def _element(self, shape, record, where):
        for name in record:
            if name != "id" and name not in shape.fields:
                raise CanonicalError(f"{where}: {shape.name} has no field {name}")
        attributes = []
        elements = []
        if "id" in record and shape.plural is not None:
            attributes.append(f' id="{record["id"]}"')
        for field in shape.fields.values():
            value = record.get(field.name)
            if value is None or value == "" or value == [] or value == {}:
                if field.required:
                    raise CanonicalError(f"{where}: {field.name} is missing")
                continue
            if field.kind == "text":
                for language in sorted(value, key=lambda language: (language != "en", language)):
                    elements.append(f'<{field.name} xml:lang="{language}">{escape(value[language])}</{field.name}>')
            elif field.kind == "parts":
                elements.extend(self._parts(field, value, where))
            else:
                words = self._print(field, value, where)
                if words != field.default:
                    attributes.append(f' {field.name}="{escape(words, True)}"')
        head = shape.name + "".join(attributes)
        if not elements:
            return f"<{head}/>"
        return f"<{head}>{''.join(elements)}</{shape.name}>"

    def _parts(self, field, parts, where):
        shape = field.part
        if not shape.ordered:
            parts = sorted(parts, key=lambda part: self._sort_key(shape, part, where))
        keys = [tuple(self._plain(shape.fields[name], part, where) for name in shape.key) for part in parts]
        if len(set(keys)) != len(keys):
            raise CanonicalError(f"{where}: two {shape.name} parts of one key")
        return [self._element(shape, part, where) for part in parts]

    def _plain(self, field, part, where):
        value = part.get(field.name)
        if value is None or value == "" or value == [] or value == {}:
            return field.default or ""
        if field.kind == "text":
            return "\0".join(language + "\0" + value[language] for language in
                              sorted(value, key=lambda language: (language != "en", language)))
        return self._print(field, value, where)

    def _sort_key(self, shape, part, where):
        names = shape.key + [name for name in shape.fields if name not in shape.key]
        return [self._plain(shape.fields[name], part, where).encode() for name in names]

    def _print(self, field, value, where):
        if field.kind == "flag":
            if not isinstance(value, bool):
                raise CanonicalError(f"{where}: {field.name} is not True or False")
            return "yes" if value else "no"
        if field.kind in ("references", "strings"):
            if len(set(value)) != len(value):
                raise CanonicalError(f"{where}: {field.name} has an item twice")
            for item in value:
                if not item or re.search(r"\s", item) or (field.kind == "references" and not ID.fullmatch(item)):
                    raise CanonicalError(f"{where}: {field.name}: “{item}”")
            return " ".join(value)
        if field.kind == "range":
            items = []
            for area in sorted(value):
                if not ID.fullmatch(area) or not set(value[area]) <= set(TAGS):
                    raise CanonicalError(f"{where}: {field.name}: “{area}” {value[area]}")
                tags = [tag for tag in TAGS if tag in value[area] and value[area] != ["native"]]
                items.append(area if not tags else area + ":" + "+".join(tags))
            return " ".join(items)
        if not isinstance(value, str):
            raise CanonicalError(f"{where}: {field.name}: {value!r}")
        if value != value.strip() or re.search(r"[\x00-\x1f\x7f-\x9f]", value):
            raise CanonicalError(f"{where}: {field.name} is not one trimmed line: {value!r}")
        if field.kind == "enum" and value not in field.values:
            raise CanonicalError(f"{where}: {field.name} is none of {' '.join(field.values)}: “{value}”")
        if field.kind == "reference" and not ID.fullmatch(value):
            raise CanonicalError(f"{where}: {field.name}: “{value}”")
        if field.pattern and not re.fullmatch(field.pattern, value):
            raise CanonicalError(f"{where}: {field.name}: “{value}” does not match {field.pattern}")
        return value

    def write(self, path, type_name, records, **root):
        """Writes one file of one record type; `root` gives title, date, licence, source."""
        write_file(path, self.to_document([(type_name, records)], **root))

    def to_document(self, groups, **root):
        """The document of [(record type, records)]."""
        head = "".join(f' {name}="{escape(root[name], True)}"' for name in ROOT if root.get(name))
        lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<dataset xmlns="{NAMESPACE}" version="1"{head}>']
        for type_name, records in groups:
            by_id = {}
            for record in records.values() if isinstance(records, dict) else records:
                if record["id"] in by_id:
                    raise CanonicalError(f"{record['id']} is there twice")
                by_id[record["id"]] = record
            if by_id:
                plural = self.shapes[type_name].plural
                lines.append(f"<{plural}>")
                lines.extend(self.to_line(type_name, by_id[key]) for key in sorted(by_id))
                lines.append(f"</{plural}>")
        lines.append("</dataset>")
        return "\n".join(lines) + "\n"

    # Reading

    def read(self, path, type_name=None):
        """The records of a file by id; all must be of `type_name`, if it is given."""
        records = {}
        if not os.path.exists(path):
            return records
        root = ElementTree.parse(path).getroot()
        if root.tag != f"{{{NAMESPACE}}}dataset":
            raise CanonicalError(f"{path}: not a data set")
        for group in root:
            shape = self.plurals.get(bare(group.tag))
            if shape is None or (type_name and shape.name != type_name):
                raise CanonicalError(f"{path}: unexpected {bare(group.tag)}")
            for element in group:
                record = self._record(shape, element, f"{path}: {element.get('id')}")
                if record["id"] in records:
                    raise CanonicalError(f"{path}: {record['id']} is there twice")
                records[record["id"]] = record
        return records

    @staticmethod
    def read_root(path):
        """Title, date, licence and source of a file."""
        for _event, element in ElementTree.iterparse(path, events=("start",)):
            return {name: element.get(name) for name in ROOT if element.get(name)}

    def _record(self, shape, element, where):
        record = {}
        if bare(element.tag) != shape.name:
            raise CanonicalError(f"{where}: unexpected {bare(element.tag)}")
        for name, words in element.attrib.items():
            if name == "id" and shape.plural is not None:
                record["id"] = words
                continue
            field = shape.fields.get(name)
            if field is None or field.kind in ELEMENTS:
                raise CanonicalError(f"{where}: unexpected {name}")
            if field.kind == "flag":
                record[name] = {"yes": True, "no": False}[words]
            elif field.kind in ("references", "strings"):
                record[name] = words.split(" ")
            elif field.kind == "range":
                record[name] = {}
                for item in words.split(" "):
                    area, _colon, tags = item.partition(":")
                    record[name][area] = tags.split("+") if tags else []
            else:
                record[name] = words
        parts = {field.part.name: field for field in shape.fields.values() if field.kind == "parts"}
        for child in element:
            name = bare(child.tag)
            if name in parts:
                record.setdefault(parts[name].name, []).append(self._record(parts[name].part, child, where))
            elif name in shape.fields and shape.fields[name].kind == "text":
                record.setdefault(name, {})[child.attrib[LANGUAGE]] = child.text
            else:
                raise CanonicalError(f"{where}: unexpected {name}")
        return record

    def overlay(self, path, type_name, records, **root):
        """Writes `records` over those of the file, which keeps its others."""
        kept = self.read(path, type_name)
        made = records.values() if isinstance(records, dict) else records
        kept.update((record["id"], record) for record in made)
        self.write(path, type_name, kept, **root)

    def is_canonical(self, path):
        """Whether reading and writing the file gives its bytes; the order of its groups is not looked at."""
        records = self.read(path)
        groups = []
        for group in ElementTree.parse(path).getroot():
            groups.append((self.plurals[bare(group.tag)].name, [records[element.get("id")] for element in group]))
        document = self.to_document(groups, **self.read_root(path))
        return pathlib.Path(path).read_bytes() == document.encode()


def bare(tag):
    return tag.rpartition("}")[2]


def escape(words, attribute=False):
    words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if attribute:
        return words.replace('"', "&quot;")
    return words.replace("\n", "&#10;").replace("\r", "&#13;")


def write_file(path, document):
    """A failure leaves the old file."""
    temporary = f"{path}.new"
    with open(temporary, "w", encoding="utf-8", newline="\n") as stream:
        stream.write(document)
    os.replace(temporary, path)
