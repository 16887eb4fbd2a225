#include "mutation/mutation.h"

#include <algorithm>
#include <utility>

namespace lockstep::mutation {

Mutation replacing(const Source& source, std::size_t first, std::size_t last, std::string text) {
  const Edit edit{.begin = source.token(first).begin, .end = source.token(last).end, .text = std::move(text)};
  return {.line = source.token(first).line, .edits = {edit}};
}

Mutation without(const Source& source, const Statement& statement) {
  return replacing(source, statement.first, statement.last, statement.is_sole ? "{}" : "");
}

Edit behind(const Source& source, std::size_t token, std::string text) {
  const std::size_t at = source.token(token).end;
  return {.begin = at, .end = at, .text = std::move(text)};
}

Edit before(const Source& source, std::size_t token, std::string text) {
  const std::size_t at = source.token(token).begin;
  return {.begin = at, .end = at, .text = std::move(text)};
}

std::string apply(const std::string& text, const Mutation& mutation) {
  std::vector<Edit> edits = mutation.edits;
  std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.begin < b.begin; });
  std::string changed;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    changed += text.substr(at, edit.begin - at) + edit.text;
    const auto lines = [](const std::string& of) { return std::count(of.begin(), of.end(), '\n'); };
    const auto lost = lines(text.substr(edit.begin, edit.end - edit.begin)) - lines(edit.text);
    if (lost > 0) changed.append(static_cast<std::size_t>(lost), '\n');
    at = edit.end;
  }
  return changed + text.substr(at);
}

}  // namespace lockstep::mutation
