#include "lines.h"

#include <array>
#include <string_view>

Stream::~Stream() { loop_.network().close(connection_); }

bool Stream::has_line() const { return read_.find('\n', searched_) != std::string::npos; }

Task<Line> Stream::read_line(std::size_t most, TimePoint deadline) {
  for (;;) {
    const std::size_t end = read_.find('\n', searched_);
    searched_ = end == std::string::npos ? read_.size() : end;
    if (searched_ - begin_ > most) co_return Line{Line::Kind::kTooLong};
    if (end != std::string::npos) {
      Line line{Line::Kind::kLine, read_.substr(begin_, end - begin_)};
      begin_ = searched_ = end + 1;
      co_return line;
    }
    read_.erase(0, begin_);
    searched_ -= begin_;
    begin_ = 0;
    std::array<char, 100> piece{};
    const Transfer read = loop_.network().read(connection_, piece);
    switch (read.end) {
      case Transfer::End::kBytes:
        read_.append(piece.data(), read.bytes);
        break;
      case Transfer::End::kEnd:
        co_return Line{Line::Kind::kEnd};
      case Transfer::End::kGone:
        co_return Line{Line::Kind::kGone};
      case Transfer::End::kWouldBlock: {
        if (deadline <= loop_.now()) co_return Line{Line::Kind::kTimedOut};
        const Wake wake = co_await loop_.readable(connection_, deadline);
        if (wake == Wake::kCancelled) co_return Line{Line::Kind::kCancelled};
        break;
      }
    }
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
