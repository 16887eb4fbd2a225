#include "book/pages.h"

#include "book/alike_page.h"
#include "book/index_page.h"
#include "book/learner_page.h"
#include "book/page_names.h"
#include "report/html.h"

namespace lockstep::book {
namespace {

/// A learner's own page of the grade, with the lines of the files that were handed in.
std::string attempt_page(const Book& book, const gradebook::Attempt& attempt, report::GradeReport report) {
  if (const auto files = book.files.find(attempt.content); files != book.files.end()) report.sources = files->second;
  report.dir = attempt.source;
  return report::html(report);
}

}  // namespace

Result<void> write_pages(const Book& book, const AllAlike& alike, const TakePage& take) {
  for (std::size_t i = 0; i < book.learners.size(); ++i) {
    for (std::size_t lab = 0; lab < book.labs.size(); ++lab) {
      for (const gradebook::Attempt& attempt : book.learners[i].works[lab].attempts) {
        const auto* report = report_of(book, attempt);
        if (report == nullptr) continue;
        const std::string name = attempt_page_name(i, lab, attempt.number);
        if (auto taken = take(name, attempt_page(book, attempt, *report)); !taken) return taken;
      }
    }
    if (auto taken = take(learner_page_name(i), learner_page(book, i)); !taken) return taken;
  }
  for (const std::size_t i : shown_pairs(alike)) {
    if (auto taken = take(alike_page_name(i), alike_page(book, alike.pairs[i])); !taken) return taken;
  }
  return take(kIndexPage, index_page(book, alike));
}

}  // namespace lockstep::book
