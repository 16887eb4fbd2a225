#include "book/json.h"

#include "book/failures.h"
#include "course/moment.h"
#include "report/json_text.h"
#include "text/plain_text.h"

namespace lockstep::book {
namespace {

using report::Json;
using report::number;

Json moment_json(const std::optional<course::Moment>& moment) {
  return moment ? Json(course::iso_text(*moment)) : Json(nullptr);
}

Json points_json(const std::optional<double>& points) { return points ? number(*points) : Json(nullptr); }

std::string_view counts_name(course::Counts counts) {
  switch (counts) {
    case course::Counts::kBest:
      return "best";
    case course::Counts::kLast:
      return "last";
    case course::Counts::kFirst:
      return "first";
  }
  return "best";
}

Json lab_json(const Book& book, std::size_t lab) {
  const Lab& of = book.labs[lab];
  const auto* rules = course::find_lab(book.course, of.name);
  Json checks = Json::array();
  for (const CheckFailures& check : failures(book, lab)) {
    Json cases = Json::array();
    for (const CaseFailures& test : check.cases) {
      cases.push_back({{"name", plain_text(test.name)}, {"judged", test.judged}, {"failed", test.failed}});
    }
    checks.push_back({{"id", plain_text(check.id)},
                      {"judged", check.judged},
                      {"failed", check.failed},
                      {"not_judged", check.not_judged},
                      {"cases", std::move(cases)}});
  }
  return {{"lab", of.name},
          {"title", plain_text(of.title)},
          {"worth", number(of.worth)},
          {"due", moment_json(rules == nullptr ? std::nullopt : rules->due)},
          {"last", moment_json(rules == nullptr ? std::nullopt : rules->last)},
          {"checks", std::move(checks)}};
}

Json attempt_json(const Book& book, const gradebook::Attempt& attempt, const course::GradedAttempt& grade) {
  const auto* report = report_of(book, attempt);
  Json json{{"number", attempt.number},
            {"received", moment_json(grade.received)},
            {"source", plain_text(attempt.source)},
            {"content", plain_text(attempt.content)},
            {"points", points_json(grade.points)},
            {"max_points", report == nullptr ? Json(nullptr) : Json(grade.max_points)},
            {"not_judged", report == nullptr ? Json(nullptr) : Json(grade.left_out)},
            {"review", report == nullptr ? Json(nullptr) : Json(report->review.size())}};
  return json;
}

Json work_json(const Book& book, std::size_t lab, const Work& work) {
  Json attempts = Json::array();
  for (std::size_t i = 0; i < work.attempts.size(); ++i) {
    attempts.push_back(attempt_json(book, work.attempts[i], work.grades[i]));
  }
  return {
      {"lab", book.labs[lab].name},       {"mark", points_json(work.mark.points)},
      {"worth", number(work.mark.worth)}, {"attempt", work.mark.attempt > 0 ? Json(work.mark.attempt) : Json(nullptr)},
      {"days_late", work.mark.days_late}, {"taken_off", number(work.mark.taken_off)},
      {"reason", work.mark.reason},       {"attempts", std::move(attempts)}};
}

Json learner_json(const Book& book, const Learner& learner) {
  Json labs = Json::array();
  for (std::size_t lab = 0; lab < book.labs.size(); ++lab) labs.push_back(work_json(book, lab, learner.works[lab]));
  Json dropped = Json::array();
  for (const std::size_t lab : learner.total.dropped) dropped.push_back(book.labs[lab].name);
  return {{"learner", plain_text(learner.name)},
          {"labs", std::move(labs)},
          {"total",
           {{"points", number(learner.total.points)},
            {"worth", number(learner.total.worth)},
            {"dropped", std::move(dropped)}}}};
}

Json region_json(const similarity::Region& region) {
  return {{"file", plain_text(region.file)}, {"first", region.first}, {"last", region.last}};
}

Json alike_json(const Book& book, const Alike& alike) {
  Json matches = Json::array();
  for (const similarity::Match& match : alike.pair.matches) {
    matches.push_back({{"a", region_json(match.a)}, {"b", region_json(match.b)}, {"tokens", match.tokens}});
  }
  const auto side = [&](std::size_t learner, int attempt, double share) {
    return Json{{"learner", plain_text(book.learners[learner].name)}, {"attempt", attempt}, {"share", number(share)}};
  };
  return {{"lab", book.labs[alike.lab].name},
          {"a", side(alike.learner_a, alike.attempt_a, alike.pair.share_a)},
          {"b", side(alike.learner_b, alike.attempt_b, alike.pair.share_b)},
          {"matches", std::move(matches)}};
}

}  // namespace

std::string json(const Book& book, const AllAlike& alike) {
  Json labs = Json::array();
  for (std::size_t lab = 0; lab < book.labs.size(); ++lab) labs.push_back(lab_json(book, lab));
  Json learners = Json::array();
  for (const Learner& learner : book.learners) learners.push_back(learner_json(book, learner));
  Json pairs = Json::array();
  for (const Alike& pair : alike.pairs) pairs.push_back(alike_json(book, pair));
  const course::Course& course = book.course;
  return report::json_text(Json{{"schema", "lockstep.gradebook/1"},
                                {"course",
                                 {{"counts", counts_name(course.counts)},
                                  {"drop_lowest", course.drop_lowest},
                                  {"points_per_day", number(course.late.points_per_day)},
                                  {"grace_minutes", course.late.grace.count()}}},
                                {"labs", std::move(labs)},
                                {"learners", std::move(learners)},
                                {"alike", std::move(pairs)}});
}

}  // namespace lockstep::book
