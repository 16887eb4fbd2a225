#include "lines.h"

#include <array>
#include <string_view>

Stream::~Stream() { loop_.network().close(connection_); }

bool Stream::has_line() const { return unread_.find('\n') != std::string::npos; }

Task<Line> Stream::read_line(std::size_t most, TimePoint deadline) {
  std::array<char, kReadSize> piece{};
  for (;;) {
    const std::size_t end = unread_.find('\n');
    if ((end == std::string::npos ? unread_.size() : end) > most) co_return Line{Line::Kind::kTooLong};
    if (end != std::string::npos) {
      Line line{Line::Kind::kLine, unread_.substr(0, end)};
      unread_.erase(0, end + 1);
      co_return line;
    }
    const Transfer read = loop_.network().read(connection_, piece);
    if (read.end == Transfer::End::kEnd) co_return Line{Line::Kind::kEnd};
    if (read.end == Transfer::End::kGone) co_return Line{Line::Kind::kGone};
    if (read.end == Transfer::End::kBytes) {
      unread_.append(piece.data(), read.bytes);
      continue;
    }
    if (loop_.now() >= deadline) co_return Line{Line::Kind::kTimedOut};
    const Wake wake = co_await loop_.readable(connection_, deadline);
    if (wake == Wake::kCancelled) co_return Line{Line::Kind::kCancelled};
  }
}

Task<Written> Stream::write_all(std::string bytes, TimePoint deadline) {
  std::string_view rest = bytes;
  while (!rest.empty()) {
    const Transfer written = loop_.network().write(connection_, rest);
    if (written.end == Transfer::End::kGone) co_return Written::kGone;
    rest.remove_prefix(written.bytes);
    if (written.end == Transfer::End::kBytes) continue;
    if (loop_.now() >= deadline) co_return Written::kTimedOut;
    const Wake wake = co_await loop_.writable(connection_, deadline);
    if (wake == Wake::kCancelled) co_return Written::kCancelled;
  }
  co_return Written::kAll;
}

Task<> echo(Stream& stream, std::size_t most) {
  for (;;) {
    Line line = co_await stream.read_line(most);
    if (line.kind != Line::Kind::kLine) co_return;
    line.text += '\n';
    const Written written = co_await stream.write_all(std::move(line.text));
    if (written != Written::kAll) co_return;
  }
}
