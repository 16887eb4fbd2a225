#include "plot/page.h"

#include <fmt/format.h>

#include "page/frame.h"
#include "page/markup.h"

namespace lockstep::plot {

std::string page(std::string_view title, std::span<const lockstep::page::Drawn> sections) {
  std::string body = fmt::format("<h1>{}</h1>\n", lockstep::page::line_markup(title));
  for (const lockstep::page::Drawn& section : sections) body += drawn_html(section);
  return lockstep::page::frame(title, body, {}, lockstep::page::Pictures::kWithin);
}

}  // namespace lockstep::plot
