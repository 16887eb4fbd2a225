#include "plot/page.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "plot/svg.h"
#include "text/markup.h"

namespace lockstep::plot {
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

std::string escaped_lines(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    out += xml_text(line) + '\n';
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
  return out;
}

std::string section_html(const Section& section) {
  std::string html = "<section>\n";
  if (!section.text.empty()) html += "<pre>" + escaped_lines(section.text) + "</pre>\n";
  // The text says what the picture shows.
  if (!section.picture.empty()) html += fmt::format("<img alt=\"\" src=\"{}\">\n", address_of(section.picture));
  return html + "</section>\n";
}

}  // namespace

std::string page(std::string_view title, std::span<const Section> sections) {
  std::string body;
  for (const Section& section : sections) body += section_html(section);
  return fmt::format(R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{0}</title>
<style>
body {{ margin: 2em auto; padding: 0 1em; max-width: {1:.0f}px; font-family: sans-serif; color: #222; background: #fff }}
pre {{ white-space: pre-wrap; font-size: 13px; line-height: 1.4 }}
img {{ max-width: 100%; height: auto }}
</style>
</head>
<body>
<h1>{0}</h1>
{2}</body>
</html>
)",
                     xml_text(title), svg::kWidth, body);
}

}  // namespace lockstep::plot
