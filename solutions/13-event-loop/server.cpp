#include "server.h"

#include <exception>
#include <optional>
#include <string_view>
#include <utility>

#include "offload.h"

namespace {

/// The words of a request; nothing when it is none.
struct Request {
  std::string_view verb;
  std::string_view key;
  std::string_view value;
};

/// Takes what stands before the first space, or all.
std::string_view take_word(std::string_view& text) {
  const std::string_view word = text.substr(0, text.find(' '));
  text.remove_prefix(word.size() == text.size() ? word.size() : word.size() + 1);
  return word;
}

constexpr auto kMalformed = "ERROR the requests are SET key value, GET key, DEL key, SAVE\n";

}  // namespace

Task<> Server::serve() {
  Network& network = loop_.network();
  while (!ends_) {
    const std::optional<int> connection = network.accept();
    if (connection) {
      open_.insert(*connection);
      loop_.spawn(serve_one(*connection));
    } else {
      co_await loop_.readable(kListener);
    }
  }
  network.stop_listening();
  // Nobody arrives any more: what ends these waits is the time, or the last connection.
  while (!open_.empty() && !is_over_) {
    const Wake wake = co_await loop_.readable(kListener, over_at_);
    is_over_ = wake == Wake::kTimedOut;
  }
  for (const int connection : open_) {
    loop_.cancel(connection, Direction::kRead);
    loop_.cancel(connection, Direction::kWrite);
  }
  while (!open_.empty()) co_await loop_.readable(kListener);
}

Task<> Server::serve_one(int connection) {
  co_await answer_requests(connection);
  open_.erase(connection);
  if (ends_ && open_.empty()) loop_.cancel(kListener, Direction::kRead);
}

Task<> Server::answer_requests(int connection) {
  Stream stream(loop_, connection);
  std::string answers;
  bool last = false;
  for (std::size_t answered = 0; !is_over_;) {
    const bool write = last || answers.size() >= options_.most_unsent || (!answers.empty() && !stream.has_line());
    if (write) {
      const Written written = co_await stream.write_all(std::exchange(answers, {}));
      if (last || written != Written::kAll) co_return;
      continue;
    }
    // Not read_line waits, but this: so nothing comes between the look at `ends_` and the wait.
    const Line line = co_await stream.read_line(options_.most_line, TimePoint::min());
    if (line.kind == Line::Kind::kTimedOut && !ends_) {
      co_await loop_.readable(connection);
      continue;
    }
    if (line.kind == Line::Kind::kTooLong) {
      answers += "ERROR the request is too long\n";
      last = true;
      continue;
    }
    if (line.kind != Line::Kind::kLine) co_return;
    answers += co_await answer(line.text);
    if (++answered % options_.requests_in_a_row == 0) co_await loop_.yield();
  }
}

Task<std::string> Server::answer(std::string request) {
  std::string_view rest = request;
  const std::string_view verb = take_word(rest);
  if (verb == "SAVE" && verb.size() == request.size()) {
    std::string saved = co_await save();
    co_return saved;
  }
  const std::string key(take_word(rest));
  if (key.empty()) co_return kMalformed;
  if (verb == "SET" && !rest.empty()) {
    store_.set(key, std::string(rest));
    co_return "OK\n";
  }
  const bool one_word = request.size() == verb.size() + 1 + key.size();
  if (verb == "GET" && one_word) {
    const std::optional<std::string> value = store_.get(key);
    co_return value ? "VALUE " + *value + "\n" : "NONE\n";
  }
  if (verb == "DEL" && one_word) co_return store_.remove(key) ? "OK\n" : "NONE\n";
  co_return kMalformed;
}

Task<std::string> Server::save() {
  std::function<std::string()> blocking = [this] { return save_(store_.contents()); };
  std::string answer;
  try {
    std::string saved = co_await offload(loop_, pool_, std::move(blocking));
    answer = "SAVED " + saved + "\n";
  } catch (const std::exception& error) {
    answer = std::string("ERROR ") + error.what() + "\n";
  }
  co_return answer;
}

void Server::shutdown(Duration grace) {
  loop_.post([this, grace] { begin_to_end(grace); });
}

void Server::begin_to_end(Duration grace) {
  if (ends_) return;
  ends_ = true;
  const TimePoint now = loop_.now();
  over_at_ = grace > TimePoint::max() - now ? TimePoint::max() : now + grace;
  loop_.cancel(kListener, Direction::kRead);
  for (const int connection : open_) loop_.cancel(connection, Direction::kRead);
}
