#pragma once

#include "lockstep/trace_step.h"

namespace lockstep {

/// A step as `lockstep.grade/1` and `lockstep.explore/1` write it. What it has not is left out.
/// \tparam Json  nlohmann::json or nlohmann::ordered_json
template <class Json>
[[nodiscard]] Json trace_step_json(const TraceStep& step) {
  Json json{
      {"number", step.number > 0 ? Json(step.number) : Json(nullptr)}, {"thread", step.thread}, {"what", step.what}};
  if (!step.note.empty()) json["note"] = step.note;
  if (!step.object.empty()) json["object"] = step.object;
  if (!step.file.empty()) json["file"] = step.file;
  if (step.line > 0) json["line"] = step.line;
  if (!step.code.empty()) json["code"] = step.code;
  json["decisive"] = step.decisive;
  if (!step.why.empty()) json["why"] = step.why;
  if (step.waits) json["waits"] = true;
  if (step.stale) json["stale"] = true;
  if (step.left_out > 0) json["left_out"] = step.left_out;
  for (const HeldLock& held : step.held_then) {
    json["held_then"].push_back({{"thread", held.thread}, {"lock", held.lock}});
  }
  return json;
}

}  // namespace lockstep
