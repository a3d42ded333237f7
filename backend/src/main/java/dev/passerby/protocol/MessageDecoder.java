package dev.passerby.protocol;

import dev.passerby.protocol.ClientMessage.Accept;
import dev.passerby.protocol.ClientMessage.Again;
import dev.passerby.protocol.ClientMessage.Block;
import dev.passerby.protocol.ClientMessage.Call;
import dev.passerby.protocol.ClientMessage.Cancel;
import dev.passerby.protocol.ClientMessage.Decline;
import dev.passerby.protocol.ClientMessage.Decoded;
import dev.passerby.protocol.ClientMessage.Join;
import dev.passerby.protocol.ClientMessage.Leave;
import dev.passerby.protocol.ClientMessage.Next;
import dev.passerby.protocol.ClientMessage.Ping;
import dev.passerby.protocol.ClientMessage.Presence;
import dev.passerby.protocol.ClientMessage.Report;
import dev.passerby.protocol.ClientMessage.Resume;
import dev.passerby.protocol.ClientMessage.Revive;
import dev.passerby.protocol.ClientMessage.Signal;
import dev.passerby.protocol.ClientMessage.Stalled;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a frame in one pass, which the rule that {@code type} comes first permits. Members that a
 * type does not have are skipped, and members that it has may come only once.
 */
final class MessageDecoder {

  private static final int MAX_INTERESTS = 8;
  private static final int MAX_LANGUAGES = 4;
  private static final int MAX_ID_LENGTH = 64;

  /** One for every contact, and as many again while one day turns into the next. */
  private static final int MAX_RENDEZVOUS_IDS = 1_000;

  private static final int MAX_TICKET_LENGTH = 512;

  private final JsonFactory json;

  MessageDecoder(JsonFactory json) {
    this.json = json;
  }

  Inbound decode(byte[] frame) {
    if (!Utf8.isValid(frame)) {
      return new Inbound.NotUtf8();
    }
    if (!Utf8.startsLikeUtf8Json(frame)) {
      return reject(ErrorCode.MALFORMED);
    }
    try (JsonParser parser = json.createParser(ObjectReadContext.empty(), frame)) {
      return message(parser, frame);
    } catch (Refusal e) {
      return e.rejected;
    } catch (JacksonException e) {
      return reject(ErrorCode.MALFORMED);
    }
  }

  private static Inbound message(JsonParser parser, byte[] frame) {
    if (parser.nextToken() != JsonToken.START_OBJECT
        || !"type".equals(parser.nextName())
        || parser.nextToken() != JsonToken.VALUE_STRING) {
      return reject(ErrorCode.MALFORMED);
    }
    String type = parser.getString();
    Members members = new Members(parser, frame);
    Inbound message =
        switch (type) {
          case "signal" -> {
            members.read(Members.ENCOUNTER | Members.PAYLOAD);
            yield new Signal(members.encounter(), members.payload());
          }
          case "join" -> {
            members.read(Members.INTERESTS | Members.LANGUAGES | Members.HIDE_ADDRESS);
            yield new Join(members.interests, members.languages, members.hideAddress);
          }
          case "revive" -> {
            members.read(
                Members.TICKET | Members.INTERESTS | Members.LANGUAGES | Members.HIDE_ADDRESS);
            yield new Revive(
                members.ticket(),
                new Join(members.interests, members.languages, members.hideAddress));
          }
          case "ping" -> {
            members.read(0);
            yield new Ping();
          }
          case "leave" -> {
            members.read(0);
            yield new Leave();
          }
          case "next" -> {
            members.read(Members.ENCOUNTER);
            yield new Next(members.encounter());
          }
          case "decoded" -> {
            members.read(Members.ENCOUNTER);
            yield new Decoded(members.encounter());
          }
          case "stalled" -> {
            members.read(Members.ENCOUNTER);
            yield new Stalled(members.encounter());
          }
          case "again" -> {
            members.read(Members.ENCOUNTER | Members.YES);
            yield new Again(members.encounter(), members.yes());
          }
          case "resume" -> {
            members.read(Members.TOKEN | Members.RECEIVED);
            yield new Resume(members.token(), members.received());
          }
          case "report" -> {
            members.read(Members.ENCOUNTER | Members.CATEGORY | Members.NOTE);
            yield new Report(members.encounter(), members.category(), members.note);
          }
          case "block" -> {
            members.read(Members.ENCOUNTER);
            yield new Block(members.encounter());
          }
          case "presence" -> {
            members.read(Members.FINDABLE | Members.LOOKING);
            yield new Presence(members.findable(), members.looking());
          }
          case "call" -> {
            members.read(Members.ID | Members.HIDE_ADDRESS);
            yield new Call(members.id(), members.hideAddress);
          }
          case "accept" -> {
            members.read(Members.CALL | Members.HIDE_ADDRESS);
            yield new Accept(members.call(), members.hideAddress);
          }
          case "decline" -> {
            members.read(Members.CALL);
            yield new Decline(members.call());
          }
          case "cancel" -> {
            members.read(Members.CALL);
            yield new Cancel(members.call());
          }
          default -> {
            members.read(0);
            yield reject(ErrorCode.UNKNOWN_TYPE);
          }
        };
    // Read to the very end, so that a frame with anything behind its object is refused.
    return parser.nextToken() == null ? message : reject(ErrorCode.MALFORMED);
  }

  private static Inbound.Rejected reject(ErrorCode code) {
    return new Inbound.Rejected(code, code.detail());
  }

  /** The members of one message, as far as they have been read. */
  private static final class Members {

    static final int ENCOUNTER = 1;
    static final int PAYLOAD = 2;
    static final int INTERESTS = 4;
    static final int LANGUAGES = 8;
    static final int YES = 16;
    static final int TOKEN = 32;
    static final int RECEIVED = 64;
    static final int HIDE_ADDRESS = 128;
    static final int CATEGORY = 256;
    static final int NOTE = 512;
    static final int TICKET = 1024;
    static final int FINDABLE = 2048;
    static final int LOOKING = 4096;
    static final int ID = 8192;
    static final int CALL = 16384;

    private final JsonParser parser;
    private final byte[] frame;
    private int seen;
    private @Nullable String encounter;
    private @Nullable Payload payload;
    private List<String> interests = List.of();
    private List<String> languages = List.of();
    private @Nullable String token;
    private @Nullable String ticket;
    private long received;
    private @Nullable ReportCategory category;
    private @Nullable String note;
    private @Nullable List<RendezvousId> findable;
    private @Nullable List<RendezvousId> looking;
    private @Nullable RendezvousId id;
    private @Nullable String call;
    private boolean yes;
    private boolean hideAddress;

    Members(JsonParser parser, byte[] frame) {
      this.parser = parser;
      this.frame = frame;
    }

    void read(int wanted) {
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        JsonToken value = parser.nextToken();
        int member = wanted & member(name);
        if (member == 0 && !name.equals("type")) {
          skip(value);
          continue;
        }
        if (member == 0 || (seen & member) != 0) {
          throw new Refusal(ErrorCode.INVALID_FIELD, "A member appears twice.");
        }
        seen |= member;
        take(member, value);
      }
    }

    private static int member(String name) {
      return switch (name) {
        case "encounter" -> ENCOUNTER;
        case "payload" -> PAYLOAD;
        case "interests" -> INTERESTS;
        case "languages" -> LANGUAGES;
        case "yes" -> YES;
        case "token" -> TOKEN;
        case "received" -> RECEIVED;
        case "hideAddress" -> HIDE_ADDRESS;
        case "category" -> CATEGORY;
        case "note" -> NOTE;
        case "ticket" -> TICKET;
        case "findable" -> FINDABLE;
        case "looking" -> LOOKING;
        case "id" -> ID;
        case "call" -> CALL;
        default -> 0;
      };
    }

    private void take(int member, JsonToken value) {
      switch (member) {
        case ENCOUNTER -> encounter = name("encounter", value);
        case TOKEN -> token = name("token", value);
        case CALL -> call = name("call", value);
        case ID -> id = rendezvous("id", value);
        case FINDABLE -> findable = rendezvousList("findable", value);
        case LOOKING -> looking = rendezvousList("looking", value);
        case TICKET -> ticket = text("ticket", MAX_TICKET_LENGTH, value);
        case RECEIVED -> received = count(value);
        case PAYLOAD -> payload = slice(value);
        case CATEGORY -> category = category(value);
        case NOTE -> note = note(value);
        case INTERESTS -> interests = words("interests", MAX_INTERESTS, value);
        case LANGUAGES -> languages = words("languages", MAX_LANGUAGES, value);
        case HIDE_ADDRESS -> hideAddress = flag("hideAddress", value);
        default -> yes = flag("yes", value);
      }
    }

    private String name(String name, JsonToken value) {
      return text(name, MAX_ID_LENGTH, value);
    }

    private String text(String name, int most, JsonToken value) {
      require(value == JsonToken.VALUE_STRING, "The member \"" + name + "\" must be a string.");
      String text = parser.getString();
      require(
          !text.isEmpty() && text.length() <= most,
          "The member \"" + name + "\" must have 1 to " + most + " characters.");
      return text;
    }

    private long count(JsonToken value) {
      String rule = "The member \"received\" must be a whole number from 0 to 2^53 - 1.";
      require(value == JsonToken.VALUE_NUMBER_INT, rule);
      require(parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER, rule);
      long count = parser.getLongValue();
      require(count >= 0 && count < 1L << 53, rule);
      return count;
    }

    /** Walks over the object, which proves it well-formed, and remembers only where it was. */
    private Payload slice(JsonToken value) {
      require(value == JsonToken.START_OBJECT, "The member \"payload\" must be an object.");
      int start = (int) parser.currentTokenLocation().getByteOffset();
      skip(value);
      int end = (int) parser.currentLocation().getByteOffset();
      return new Payload(frame, start, end - start);
    }

    /** Walks to the end of the value that begins with the current token. */
    private void skip(JsonToken value) {
      int depth = value.isStructStart() ? 1 : 0;
      while (depth > 0) {
        JsonToken token = parser.nextToken();
        if (token == null) {
          throw new Refusal(ErrorCode.MALFORMED, ErrorCode.MALFORMED.detail());
        }
        if (token.isStructStart() && ++depth > MessageCodec.MAX_PAYLOAD_DEPTH) {
          throw new Refusal(ErrorCode.TOO_DEEP, ErrorCode.TOO_DEEP.detail());
        }
        if (token.isStructEnd()) {
          depth--;
        }
      }
    }

    private List<String> words(String name, int max, JsonToken value) {
      String rule =
          "The member \"" + name + "\" must be at most " + max + " strings of 1 to 32 characters.";
      require(value == JsonToken.START_ARRAY, rule);
      List<String> words = new ArrayList<>(max);
      int count = 0;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        require(parser.currentToken() == JsonToken.VALUE_STRING && ++count <= max, rule);
        String word = Words.normalise(parser.getString());
        require(word != null, rule);
        if (word != null && !words.contains(word)) {
          words.add(word);
        }
      }
      return words;
    }

    private RendezvousId rendezvous(String name, JsonToken value) {
      Optional<RendezvousId> id =
          value == JsonToken.VALUE_STRING ? RendezvousId.of(parser.getString()) : Optional.empty();
      return id.orElseThrow(
          () ->
              new Refusal(
                  ErrorCode.INVALID_FIELD,
                  "The member \"" + name + "\" must hold 16 bytes in base64url."));
    }

    private List<RendezvousId> rendezvousList(String name, JsonToken value) {
      String rule =
          "The member \"" + name + "\" must be at most " + MAX_RENDEZVOUS_IDS + " different ids.";
      require(value == JsonToken.START_ARRAY, rule);
      Set<RendezvousId> ids = new LinkedHashSet<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        require(ids.add(rendezvous(name, parser.currentToken())), rule);
        require(ids.size() <= MAX_RENDEZVOUS_IDS, rule);
      }
      return List.copyOf(ids);
    }

    private ReportCategory category(JsonToken value) {
      Optional<ReportCategory> category =
          value == JsonToken.VALUE_STRING
              ? ReportCategory.named(parser.getString())
              : Optional.empty();
      return category.orElseThrow(
          () ->
              new Refusal(
                  ErrorCode.INVALID_FIELD,
                  "The member \"category\" must be one of the categories."));
    }

    private @Nullable String note(JsonToken value) {
      String rule =
          "The member \"note\" must be a string of at most " + Note.MAX_LENGTH + " characters.";
      require(value == JsonToken.VALUE_STRING, rule);
      String note = Note.visible(parser.getString());
      require(note != null, rule);
      return note == null || note.isEmpty() ? null : note;
    }

    private static boolean flag(String name, JsonToken value) {
      require(
          value == JsonToken.VALUE_TRUE || value == JsonToken.VALUE_FALSE,
          "The member \"" + name + "\" must be true or false.");
      return value == JsonToken.VALUE_TRUE;
    }

    String encounter() {
      return present(encounter, "encounter");
    }

    Payload payload() {
      return present(payload, "payload");
    }

    String token() {
      return present(token, "token");
    }

    String ticket() {
      return present(ticket, "ticket");
    }

    long received() {
      require((seen & RECEIVED) != 0, "The member \"received\" is missing.");
      return received;
    }

    ReportCategory category() {
      return present(category, "category");
    }

    List<RendezvousId> findable() {
      return present(findable, "findable");
    }

    List<RendezvousId> looking() {
      return present(looking, "looking");
    }

    RendezvousId id() {
      return present(id, "id");
    }

    String call() {
      return present(call, "call");
    }

    boolean yes() {
      require((seen & YES) != 0, "The member \"yes\" is missing.");
      return yes;
    }

    private static <T> T present(@Nullable T member, String name) {
      if (member == null) {
        throw new Refusal(ErrorCode.INVALID_FIELD, "The member \"" + name + "\" is missing.");
      }
      return member;
    }

    private static void require(boolean holds, String rule) {
      if (!holds) {
        throw new Refusal(ErrorCode.INVALID_FIELD, rule);
      }
    }
  }

  /** Leaves the pass early; never leaves this class, and carries no stack trace. */
  private static final class Refusal extends RuntimeException {

    private final Inbound.Rejected rejected;

    Refusal(ErrorCode code, String detail) {
      super(detail, null, false, false);
      this.rejected = new Inbound.Rejected(code, detail);
    }
  }
}
