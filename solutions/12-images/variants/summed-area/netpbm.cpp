#include "netpbm.h"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace {

constexpr std::string_view kSpace = " \t\n\v\f\r";

/// The file, from which each function cuts off what it has read.
struct Rest {
  std::string_view all;
  std::string_view rest = all;

  [[nodiscard]] std::size_t where() const { return all.size() - rest.size(); }

  [[noreturn]] void fail(const std::string& what) const { throw BadImage(where(), what); }

  void skip(bool comments) {
    while (!rest.empty()) {
      if (comments && rest.front() == '#') {
        rest.remove_prefix(std::min(rest.size(), rest.find('\n')));
      } else if (kSpace.find(rest.front()) != std::string_view::npos) {
        rest.remove_prefix(1);
      } else {
        return;
      }
    }
  }

  std::uint32_t number(std::uint32_t most) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
    if (error == std::errc::invalid_argument) fail("a number is missing");
    if (error == std::errc::result_out_of_range || value > most) fail("a number is too large");
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    return value;
  }

  std::uint32_t header_number(std::uint32_t most) {
    const std::size_t before = rest.size();
    skip(true);
    if (rest.size() == before) fail("white space is missing");
    return number(most);
  }
};

}  // namespace

Image parse_netpbm(std::string_view file) {
  Rest rest{.all = file};
  const std::string_view kind = file.substr(0, 2);
  const bool decimal = kind == "P2" || kind == "P3";
  if (!decimal && kind != "P5" && kind != "P6") rest.fail("no picture");
  const std::size_t channels = kind == "P3" || kind == "P6" ? 3 : 1;
  rest.rest.remove_prefix(2);
  const std::size_t width = rest.header_number(0xffffffff);
  const std::size_t height = rest.header_number(0xffffffff);
  const Rest before_maximum = rest;
  const std::uint32_t maximum = rest.header_number(255);
  if (maximum == 0) {
    Rest there = before_maximum;
    there.skip(true);
    there.fail("the maximum is 0");
  }
  if (rest.rest.empty() || kSpace.find(rest.rest.front()) == std::string_view::npos) rest.fail("no white space");
  rest.rest.remove_prefix(1);

  // 32 bits each, so the product of two of them fits.
  const std::size_t pixels = width * height;
  const std::size_t room = rest.rest.size();
  if (pixels > room || pixels * channels > (decimal ? (room + 1) / 2 : room)) {
    throw BadImage(file.size(), "the samples are not all there");
  }
  Image picture({.width = width, .height = height}, channels);
  for (std::size_t i = 0; i < pixels * channels; ++i) {
    std::uint32_t sample = 0;
    if (decimal) {
      rest.skip(false);
      sample = rest.number(maximum);
    } else {
      sample = static_cast<unsigned char>(rest.rest.front());
      if (sample > maximum) rest.fail("a sample above the maximum");
      rest.rest.remove_prefix(1);
    }
    const std::size_t in_row = width * channels;
    picture.row(i / in_row)[i % in_row] = static_cast<std::uint8_t>((2 * sample * 255 + maximum) / (2 * maximum));
  }
  if (decimal) rest.skip(false);
  if (!rest.rest.empty()) rest.fail("more than the samples");
  return picture;
}

std::string to_netpbm(const Image& picture, Encoding encoding) {
  const bool decimal = encoding == Encoding::kDecimal;
  const char kind = static_cast<char>((decimal ? '2' : '5') + (picture.channels() == 3 ? 1 : 0));
  std::string file = std::string("P") + kind + "\n# made by a variant\n" + std::to_string(picture.size().width) + " " +
                     std::to_string(picture.size().height) + " 255\n";
  for (const std::uint8_t sample : picture.samples()) {
    if (decimal) {
      file += std::to_string(sample) + "\n";
    } else {
      file.push_back(static_cast<char>(sample));
    }
  }
  return file;
}
