#include "netpbm.h"

#include <limits>
#include <optional>

// Part 1: files. Read README.md first.

namespace {

// Not those of <cctype>, which depend on the locale.
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// What the first two bytes say.
struct Format {
  std::size_t channels = 1;
  bool decimal = false;
};

std::optional<Format> format_of(std::string_view file) {
  if (file.starts_with("P2")) return Format{.channels = 1, .decimal = true};
  if (file.starts_with("P3")) return Format{.channels = 3, .decimal = true};
  if (file.starts_with("P5")) return Format{.channels = 1, .decimal = false};
  if (file.starts_with("P6")) return Format{.channels = 3, .decimal = false};
  return std::nullopt;
}

/// Reads a file from its first byte to its last one.
class Reader {
 public:
  /// \param begin  the first byte that is to be read
  Reader(std::string_view file, std::size_t begin) : file_(file), next_(begin) {}

  /// \return the number behind white space and comments
  std::size_t header_number(const char* name, std::size_t most) {
    const std::size_t begin = next_;
    while (next_ < file_.size() && (is_space(file_[next_]) || file_[next_] == '#')) {
      next_ = file_[next_] == '#' ? std::min(file_.find('\n', next_), file_.size()) : next_ + 1;
    }
    if (next_ == begin) fail(next_, std::string("there must be white space before ") + name);
    return number(name, most);
  }

  /// Reads the one white space behind the header.
  void end_of_header() {
    if (next_ == file_.size() || !is_space(file_[next_])) fail(next_, "there must be white space behind the maximum");
    ++next_;
  }

  /// \return a sample in decimal digits, with the white space before it
  std::size_t decimal_sample(std::size_t maximum) {
    skip_space();
    return number("a sample", maximum);
  }

  /// \return a sample that is a byte
  std::size_t binary_sample(std::size_t maximum) {
    const auto sample = static_cast<unsigned char>(file_[next_]);
    if (sample > maximum) fail(next_, "a sample is above the maximum");
    ++next_;
    return sample;
  }

  void skip_space() {
    while (next_ < file_.size() && is_space(file_[next_])) ++next_;
  }

  void expect_end() const {
    if (next_ != file_.size()) fail(next_, "there is more than the samples");
  }

  /// How many bytes have not been read.
  [[nodiscard]] std::size_t left() const { return file_.size() - next_; }

  [[noreturn]] static void fail(std::size_t where, const std::string& what) { throw BadImage(where, what); }

  [[noreturn]] void fail_too_short() const { fail(file_.size(), "the file ends before its last sample"); }

 private:
  std::size_t number(const char* name, std::size_t most) {
    const std::size_t begin = next_;
    std::size_t value = 0;
    for (; next_ < file_.size() && is_digit(file_[next_]); ++next_) {
      value = value * 10 + static_cast<std::size_t>(file_[next_] - '0');
      if (value > most) fail(begin, std::string(name) + " must be " + std::to_string(most) + " at most");
    }
    if (next_ == begin) fail(next_, std::string(name) + " must be a number");
    return value;
  }

  std::string_view file_;
  std::size_t next_;
};

/// Whether `width` * `height` * `channels` samples are `most` at most. The product may be too large for any number.
bool are_at_most(std::size_t width, std::size_t height, std::size_t channels, std::size_t most) {
  return width == 0 || height == 0 || height <= most / channels / width;
}

}  // namespace

Image parse_netpbm(std::string_view file) {
  constexpr std::size_t kMostPixels = std::numeric_limits<std::uint32_t>::max();
  const std::optional<Format> format = format_of(file);
  if (!format) Reader::fail(0, "a picture begins with P2, P3, P5 or P6");

  Reader reader(file, 2);
  const std::size_t width = reader.header_number("the width", kMostPixels);
  const std::size_t height = reader.header_number("the height", kMostPixels);
  const std::size_t begin_of_maximum = file.size() - reader.left();
  const std::size_t maximum = reader.header_number("the maximum", 255);
  if (maximum == 0) Reader::fail(file.find_first_of('0', begin_of_maximum), "the maximum must not be 0");
  reader.end_of_header();

  // Each decimal sample but the last one has a byte of white space behind it.
  const std::size_t most = format->decimal ? (reader.left() + 1) / 2 : reader.left();
  if (!are_at_most(width, height, format->channels, most)) reader.fail_too_short();

  Image picture({.width = width, .height = height}, format->channels);
  for (std::size_t y = 0; y < height && width > 0; ++y) {
    for (std::uint8_t& sample : picture.row(y)) {
      const std::size_t read = format->decimal ? reader.decimal_sample(maximum) : reader.binary_sample(maximum);
      sample = static_cast<std::uint8_t>((read * 255 + maximum / 2) / maximum);
    }
  }
  if (format->decimal) reader.skip_space();
  reader.expect_end();
  return picture;
}

std::string to_netpbm(const Image& picture, Encoding encoding) {
  const bool grey = picture.channels() == 1;
  const bool decimal = encoding == Encoding::kDecimal;
  std::string file = decimal ? (grey ? "P2\n" : "P3\n") : (grey ? "P5\n" : "P6\n");
  file += std::to_string(picture.size().width) + " " + std::to_string(picture.size().height) + "\n255\n";
  if (!decimal) {
    for (const std::uint8_t sample : picture.samples()) file += static_cast<char>(sample);
    return file;
  }
  constexpr std::size_t kInALine = 17;  // of 4 characters at most
  std::size_t in_line = 0;
  for (const std::uint8_t sample : picture.samples()) {
    file += std::to_string(sample);
    in_line = (in_line + 1) % kInALine;
    file += in_line == 0 ? '\n' : ' ';
  }
  return file;
}
