package io.redress.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A protobuf message taken apart without its schema: numbered fields in the order of the bytes. */
record ProtobufFields(List<Field> fields) {

    /** @param number of a varint or fixed field; @param bytes of a text, a message or bytes */
    record Field(int tag, long number, byte[] bytes) {}

    static ProtobufFields of(byte[] message) {
        ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        List<Field> fields = new ArrayList<>();
        while (in.hasRemaining()) {
            long key = varint(in);
            int tag = (int) (key >>> 3);
            fields.add(
                    switch ((int) (key & 7)) {
                        case 0 -> new Field(tag, varint(in), new byte[0]);
                        case 1 -> new Field(tag, in.getLong(), new byte[0]);
                        case 2 -> {
                            byte[] bytes = new byte[(int) varint(in)];
                            in.get(bytes);
                            yield new Field(tag, 0, bytes);
                        }
                        case 5 -> new Field(tag, in.getInt(), new byte[0]);
                        default -> throw new IllegalArgumentException("no such wire type in field " + tag);
                    });
        }
        return new ProtobufFields(fields);
    }

    List<ProtobufFields> messages(int tag) {
        return fields.stream()
                .filter(field -> field.tag() == tag)
                .map(field -> of(field.bytes()))
                .toList();
    }

    byte[] bytes(int tag) {
        return fields.stream()
                .filter(field -> field.tag() == tag)
                .map(Field::bytes)
                .findFirst()
                .orElse(new byte[0]);
    }

    String text(int tag) {
        return new String(bytes(tag), StandardCharsets.UTF_8);
    }

    long number(int tag) {
        return fields.stream()
                .filter(field -> field.tag() == tag)
                .mapToLong(Field::number)
                .findFirst()
                .orElse(0);
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a varint has at most ten bytes");
    }
}
