#include "page/drawn.h"

#include <fmt/format.h>

#include <iterator>
#include <string_view>

#include "page/markup.h"

namespace lockstep::page {
namespace {

/// As an address that holds the picture itself. All that could end it, or means something in an address, is written as
/// %XX (RFC 3986, section 2.1).
std::string address_of(std::string_view picture) {
  constexpr std::string_view kPlain = "-._~/:;,=()! ";
  std::string address = "data:image/svg+xml,";
  for (const char c : picture) {
    const bool letter_or_digit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter_or_digit || kPlain.find(c) != std::string_view::npos) {
      address += c;
    } else {
      fmt::format_to(std::back_inserter(address), "%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return address;
}

/// Wide pictures and tables keep their size on a phone: they are moved aside, by the keyboard too.
std::string scrolled(std::string_view name, std::string_view html) {
  return fmt::format("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{}\">\n{}</div>\n",
                     line_markup(name), html);
}

}  // namespace

std::string drawn_html(const Drawn& drawn) {
  const std::string heading = line_markup(drawn.heading);
  std::string html = fmt::format("<section class=\"drawn\">\n<h2>{}</h2>\n", heading);
  if (!drawn.text.empty()) {
    html += scrolled(drawn.heading + ": figures", "<pre>" + markup(drawn.text) + "</pre>\n");
  }
  if (!drawn.picture.empty()) {
    html += scrolled(drawn.heading + ": picture",
                     fmt::format("<img alt=\"{}, drawn. Its figures are on this page.\" src=\"{}\">\n", heading,
                                 address_of(drawn.picture)));
  }
  return html + "</section>\n";
}

}  // namespace lockstep::page
