#include "linearize/judge.h"

#include <utility>

#include "linearize/search.h"

namespace lockstep::linearize {
namespace {

using How = Record::Slot::How;

std::string key_of(const Record& record) {
  std::string key;
  for (std::size_t i = 0; i < record.used; ++i) {
    const Record::Slot& slot = record.slots.at(i);
    if (slot.how == How::kNotCalled) continue;
    key += std::to_string(i) + '<' + std::to_string(slot.before) + '~' + std::to_string(slot.waiting);
    key += slot.how == How::kReturned ? '=' : '?';
    if (slot.how == How::kReturned) key += slot.outcome();
    key += '\n';
  }
  return key;
}

std::string joined(const std::set<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string result(const std::string& outcome) {
  if (outcome == "done") return " returned";
  return outcome.starts_with("throws ") ? " " + outcome : " gave " + outcome;
}

std::optional<Misbehaviour> leak(const Record& record) {
  if (record.left_alive == 0) return std::nullopt;
  const bool too_many = record.left_alive > 0;
  const auto count = std::to_string(too_many ? record.left_alive : -record.left_alive);
  return Misbehaviour{Misbehaviour::Kind::kLeak, "Of the items that went in, " + count +
                                                     (too_many ? " still live" : " too many were destroyed") +
                                                     " when the object is gone."};
}

}  // namespace

History history_of(const Record& record) {
  OperationSet called = 0;
  for (std::size_t i = 0; i < record.used; ++i) {
    if (record.slots.at(i).how != How::kNotCalled) called |= only(i);
  }
  History history(record.used);
  for (std::size_t i = 0; i < record.used; ++i) {
    const Record::Slot& slot = record.slots.at(i);
    if (slot.how == How::kReturned) history[i].outcome = std::string(slot.outcome());
    history[i].before = contains(called, i) ? slot.before & called : only(i);  // behind itself: never
    history[i].waiting = contains(called, i) ? slot.waiting : 0;
  }
  return history;
}

std::optional<Misbehaviour> RunJudge::judge(const Record& record) {
  const auto [known, is_new] = known_.try_emplace(key_of(record), true);
  if (!is_new && known->second) return leak(record);
  const History history = history_of(record);
  if (is_new) known->second = linearizable(history, specification_);
  if (!known->second) return explain(history);
  return leak(record);
}

Misbehaviour RunJudge::explain(const History& history) const {
  History patient = history;
  for (Event& event : patient) event.waiting = 0;
  if (!linearizable(patient, specification_)) return {Misbehaviour::Kind::kOutcome, wrong_outcome(patient)};
  std::string names;
  for (std::size_t i = 0; i < history.size(); ++i) {
    OperationSet waiting = 0;
    for (const Event& event : history) waiting |= event.waiting;
    if (contains(waiting, i)) names += (names.empty() ? "" : " and ") + text(layout_.entries()[i]);
  }
  return {Misbehaviour::Kind::kStandsStill,
          "A thread waits and must not: " + names +
              " stood still when no other thread could go on; in no order of the operations " +
              (names.find(" and ") == std::string::npos ? "does it" : "do all of them") + " have to wait there."};
}

std::string RunJudge::wrong_outcome(const History& history) const {
  const Misfit misfit = first_misfit(history, specification_);
  return "No order of the operations explains it: " + text(layout_.entries()[misfit.operation]) +
         result(*history[misfit.operation].outcome) +
         "; allowed: " + (misfit.allowed.empty() ? "to wait" : joined(misfit.allowed)) + ".";
}

}  // namespace lockstep::linearize
