#include "plot/page.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "page/frame.h"
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

/// Wide pictures and tables keep their size on a phone: they are moved aside, by the keyboard too.
std::string scrolled(std::string_view name, std::string_view html) {
  return fmt::format("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{}\">\n{}</div>\n",
                     xml_text(name), html);
}

std::string section_html(const Section& section) {
  std::string html = fmt::format("<section>\n<h2>{}</h2>\n", xml_text(section.heading));
  if (!section.text.empty()) {
    html += scrolled(section.heading + ": figures", "<pre>" + escaped_lines(section.text) + "</pre>\n");
  }
  if (!section.picture.empty()) {
    const std::string image =
        fmt::format("<img alt=\"{}, drawn. The figures on this page say the same.\" src=\"{}\">\n",
                    xml_text(section.heading), address_of(section.picture));
    html += scrolled(section.heading + ": picture", image);
  }
  return html + "</section>\n";
}

// The pictures are drawn on white: in the dark they are turned to light on dark, each colour with its hue.
constexpr std::string_view kPageStyle =
    R"(.scroll pre { white-space: pre; overflow-wrap: normal; width: max-content; min-width: 100% }
.scroll img { display: block; width: 100%; min-width: 40rem; height: auto; border: 1px solid var(--line); border-radius: 6px }
@media (prefers-color-scheme: dark) { .scroll img { filter: invert(.93) hue-rotate(180deg) } }
)";

}  // namespace

std::string page(std::string_view title, std::span<const Section> sections) {
  std::string body = fmt::format("<h1>{}</h1>\n", xml_text(title));
  for (const Section& section : sections) body += section_html(section);
  return lockstep::page::frame(title, body, kPageStyle, lockstep::page::Pictures::kWithin);
}

}  // namespace lockstep::plot
