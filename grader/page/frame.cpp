#include "page/frame.h"

#include <fmt/core.h>

#include "page/assets.h"
#include "page/markup.h"

namespace lockstep::page {

std::string frame(std::string_view title, std::string_view body, std::string_view more_style, Pictures pictures) {
  // The policy: should anything of the page's ask for something from elsewhere, the browser refuses.
  return fmt::format(R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; {}style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>{}</title>
<style>
{}{}</style>
</head>
<body>
<main>
{}</main>
<script>
{}</script>
</body>
</html>
)",
                     pictures == Pictures::kWithin ? "img-src data:; " : "", line_markup(title), style(), more_style,
                     body, script());
}

}  // namespace lockstep::page
