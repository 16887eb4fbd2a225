#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

#include "image.h"

// Part 1: files. You write the functions in netpbm.cpp. Read README.md first.
//
// A file has a header and the samples, row after row. The header is one of P2 (grey) and P3 (colour), whose samples are
// written as decimal numbers, or of P5 (grey) and P6 (colour), whose samples are a byte each; then the width, the
// height and the maximum, in decimal digits, also with zeros in front. White space (blank, tab, LF, VT, FF, CR) stands
// before each of the three numbers and around decimal samples. There, before each of the three numbers, a comment may
// stand as well: from # to the end of the line, which is LF and white space itself. After the maximum there is one
// white space, and then the samples begin.

/// A file that is none of these.
class BadImage : public std::runtime_error {
 public:
  /// \param what  what is wrong with it
  BadImage(std::size_t where, const std::string& what)
      : std::runtime_error("byte " + std::to_string(where) + ": " + what), where_(where) {}

  /// The index of the first byte that cannot be so: of a number that cannot be so, its first digit; of a file that
  /// does not begin with one of the four, 0; where the file ends too soon, the number of its bytes. When both
  /// are so, it is one of the two.
  [[nodiscard]] std::size_t where() const { return where_; }

 private:
  std::size_t where_;
};

/// \param file  all bytes of the file
/// \return the picture. A sample s of a file with the maximum m is s * 255 / m in it, rounded to the nearest number
///         (halves up). A picture may be 0 pixels wide or high
/// \throw BadImage when the file is not as said above; when its maximum is 0, or above 255: files with two bytes a
///        sample are not read; when its width or height is above 4294967295; when a sample is above the maximum; and
///        when there is anything behind the samples, but for white space behind decimal ones. A file that says that it
///        has more samples than it can have bytes for is refused before memory is taken for them: `where()` is its end
[[nodiscard]] Image parse_netpbm(std::string_view file);

enum class Encoding { kBinary, kDecimal };

/// \return a file with the maximum 255: P5 or P6 in binary, P2 or P3 in decimal numbers. `parse_netpbm` makes the same
///         picture of it. No line of decimal numbers has more than 70 characters, as the formats ask
[[nodiscard]] std::string to_netpbm(const Image& picture, Encoding encoding = Encoding::kBinary);
