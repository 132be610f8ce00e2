package dev.sluice.gateway.draft;

import java.io.InputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads sample documents, one after the other, into one shape. Values are looked at and forgotten. */
final class ShapeReader {

    private final JsonFactory json = new JsonFactory();
    private final Shape root = new Shape();

    /** What all documents read have in common. @param names what members are usually called */
    Shape shape(NameGuess names) {
        root.settle(names);
        return root;
    }

    /**
     * Takes one document, or one a line.
     *
     * @throws tools.jackson.core.JacksonException if it is no JSON; its message may quote the document
     */
    void read(InputStream document) {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), document)) {
            while (parser.nextToken() != null) {
                value(parser, root);
            }
        }
    }

    private void value(JsonParser parser, Shape shape) {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                JsonToken next = parser.nextToken();
                shape.beginObject(next != JsonToken.END_OBJECT);
                while (next != JsonToken.END_OBJECT) {
                    Shape member = shape.member(parser.currentName());
                    parser.nextToken();
                    value(parser, member);
                    next = parser.nextToken();
                }
            }
            case START_ARRAY -> {
                Shape element = shape.beginElement();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    value(parser, element);
                }
            }
            case VALUE_STRING -> shape.scalar("text", parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> shape.scalar("number", null);
            case VALUE_TRUE, VALUE_FALSE -> shape.scalar("true or false", null);
            default -> shape.scalar("null", null);
        }
    }
}
