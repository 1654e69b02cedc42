"""Reads an event file with Python's own protobuf and prints what is in it as JSON.

The messages are declared here as tensorflow/core/util/event.proto, framework/summary.proto,
framework/tensor.proto and tensorboard/plugins/hparams/plugin_data.proto have them, so that
nothing of the program that wrote the file has a part in the reading.
"""

import json
import struct
import sys

from google.protobuf import descriptor_pb2, descriptor_pool, struct_pb2

try:
    from google.protobuf.message_factory import GetMessageClass
except ImportError:  # before 4.22
    from google.protobuf.message_factory import MessageFactory

    def GetMessageClass(descriptor):
        return MessageFactory().GetPrototype(descriptor)


F = descriptor_pb2.FieldDescriptorProto
MESSAGES = {
    "Event": [
        ("wall_time", 1, F.TYPE_DOUBLE, ""),
        ("step", 2, F.TYPE_INT64, ""),
        ("file_version", 3, F.TYPE_STRING, ""),
        ("summary", 5, F.TYPE_MESSAGE, "Summary"),
        ("session_log", 7, F.TYPE_MESSAGE, "SessionLog"),
    ],
    "SessionLog": [("status", 1, F.TYPE_INT32, "")],
    "Summary": [("value", 1, F.TYPE_MESSAGE, "Value*")],
    "Value": [
        ("tag", 1, F.TYPE_STRING, ""),
        ("simple_value", 2, F.TYPE_FLOAT, ""),
        ("image", 4, F.TYPE_MESSAGE, "Image"),
        ("tensor", 8, F.TYPE_MESSAGE, "Tensor"),
        ("metadata", 9, F.TYPE_MESSAGE, "Metadata"),
    ],
    "Image": [
        ("height", 1, F.TYPE_INT32, ""),
        ("width", 2, F.TYPE_INT32, ""),
        ("colorspace", 3, F.TYPE_INT32, ""),
        ("encoded", 4, F.TYPE_BYTES, ""),
    ],
    "Tensor": [
        ("dtype", 1, F.TYPE_INT32, ""),
        ("tensor_shape", 2, F.TYPE_MESSAGE, "Shape"),
        ("float_val", 5, F.TYPE_FLOAT, "packed"),
        ("string_val", 8, F.TYPE_BYTES, "*"),
    ],
    "Shape": [("dim", 2, F.TYPE_MESSAGE, "Dim*")],
    "Dim": [("size", 1, F.TYPE_INT64, "")],
    "Metadata": [
        ("plugin_data", 1, F.TYPE_MESSAGE, "PluginData"),
        ("data_class", 4, F.TYPE_INT32, ""),
    ],
    "PluginData": [("plugin_name", 1, F.TYPE_STRING, ""), ("content", 2, F.TYPE_BYTES, "")],
    "HParams": [
        ("version", 1, F.TYPE_INT32, ""),
        ("start", 3, F.TYPE_MESSAGE, "Start"),
        ("end", 4, F.TYPE_MESSAGE, "End"),
    ],
    "Start": [
        ("hparams", 1, F.TYPE_MESSAGE, "Entry*"),
        ("group_name", 4, F.TYPE_STRING, ""),
        ("start_time_secs", 5, F.TYPE_DOUBLE, ""),
    ],
    "Entry": [("key", 1, F.TYPE_STRING, ""), ("value", 2, F.TYPE_MESSAGE, ".google.protobuf.Value")],
    "End": [("status", 1, F.TYPE_INT32, ""), ("end_time_secs", 2, F.TYPE_DOUBLE, "")],
}


def classes():
    file = descriptor_pb2.FileDescriptorProto(name="board.proto", package="b", syntax="proto3")
    file.dependency.append("google/protobuf/struct.proto")
    for name, fields in MESSAGES.items():
        message = file.message_type.add(name=name)
        for field, number, kind, of in fields:
            repeated = of.endswith("*") or of == "packed"
            added = message.field.add(name=field, number=number, type=kind)
            added.label = F.LABEL_REPEATED if repeated else F.LABEL_OPTIONAL
            if kind == F.TYPE_MESSAGE:
                other = of.rstrip("*")
                added.type_name = other if other.startswith(".") else ".b." + other
    pool = descriptor_pool.DescriptorPool()
    pool.Add(descriptor_pb2.FileDescriptorProto.FromString(struct_pb2.DESCRIPTOR.serialized_pb))
    pool.Add(file)
    return {name: GetMessageClass(pool.FindMessageTypeByName("b." + name)) for name in MESSAGES}


TABLE = []
for n in range(256):
    c = n
    for _ in range(8):
        c = (c >> 1) ^ (0x82F63B78 if c & 1 else 0)
    TABLE.append(c)


def masked(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = TABLE[(crc ^ byte) & 0xFF] ^ (crc >> 8)
    crc ^= 0xFFFFFFFF
    return (((crc >> 15) | (crc << 17)) + 0xA282EAD8) & 0xFFFFFFFF


def records(path):
    with open(path, "rb") as file:
        while head := file.read(12):
            length, sum_of_length = struct.unpack("<QI", head)
            assert masked(head[:8]) == sum_of_length, "checksum of a length"
            data = file.read(length)
            assert masked(data) == struct.unpack("<I", file.read(4))[0], "checksum of data"
            yield data


def main(path):
    kinds = classes()
    told = {"version": "", "scalars": {}, "images": {}, "texts": {}, "hparams": {}, "unknown": 0}
    for data in records(path):
        event = kinds["Event"].FromString(data)
        told["version"] = event.file_version or told["version"]
        for value in event.summary.value:
            plugin = value.metadata.plugin_data
            if plugin.plugin_name == "hparams":
                parsed = kinds["HParams"].FromString(plugin.content)
                assert value.tensor.dtype == 1 and [d.size for d in value.tensor.tensor_shape.dim] == [1]
                for entry in parsed.start.hparams:
                    kind = entry.value.WhichOneof("kind")
                    told["hparams"][entry.key] = getattr(entry.value, kind)
                told["ended"] = parsed.end.status or told.get("ended", 0)
            elif plugin.plugin_name == "text":
                assert value.tensor.dtype == 7
                texts = [each.decode("utf-8") for each in value.tensor.string_val]
                told["texts"].setdefault(value.tag, []).append([event.step, texts])
            elif value.HasField("image"):
                image = value.image
                told["images"].setdefault(value.tag, []).append(
                    [event.step, image.width, image.height, image.colorspace, len(image.encoded)]
                )
                assert image.encoded[:4] == b"\x89PNG"
            else:
                told["scalars"].setdefault(value.tag, []).append([event.step, value.simple_value])
    json.dump(told, sys.stdout)


main(sys.argv[1])
