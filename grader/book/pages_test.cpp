#include "book/pages.h"

#include <gtest/gtest.h>

#include <map>
#include <regex>

#include "book/sample_class.h"
#include "os/temp_dir.h"

namespace lockstep::book {
namespace {

class PagesTest : public testing::Test {
 protected:
  static std::map<std::string, std::string> sample() {
    const auto dir = os::TempDir::make().value();
    const Book book = make_book(read_records(sample_class(dir.path() / "class.db"), "").value(), {}, {});
    std::map<std::string, std::string> pages;
    const auto written =
        write_pages(book, find_alike(book, {}, {}), [&](const std::string& name, const std::string& html) {
          EXPECT_TRUE(pages.emplace(name, html).second) << name << " twice";
          return Result<void>{};
        });
    EXPECT_TRUE(written);
    return pages;
  }
};

TEST_F(PagesTest, EachLearnerAttemptAndPairHasAPage) {
  const auto pages = sample();
  EXPECT_EQ(pages.size(), 1U + 4U + 6U + 1U) << "the one that is not graded has none";
  for (const char* name : {"index.html", "learner-1.html", "learner-2-lab-1-attempt-1.html", "alike-1.html"}) {
    EXPECT_TRUE(pages.contains(name)) << name;
  }
}

TEST_F(PagesTest, EachLinkLeadsToAPageOrAPlaceInIt) {
  const auto pages = sample();
  const std::regex href("href=\"([^\"]*)\"");
  for (const auto& [name, html] : pages) {
    for (std::sregex_iterator at(html.begin(), html.end(), href), end; at != end; ++at) {
      const std::string target = (*at)[1];
      const bool is_there = target.starts_with("#") ? html.find("id=\"" + target.substr(1) + "\"") != std::string::npos
                                                    : pages.contains(target);
      EXPECT_TRUE(is_there) << name << ": " << target;
    }
  }
}

TEST_F(PagesTest, NothingHostileIsMarkup) {
  for (const auto& [name, html] : sample()) {
    EXPECT_EQ(html.find("<script>alert"), std::string::npos) << name;
    EXPECT_EQ(html.find("HYPERLINK(\""), std::string::npos) << name;
    EXPECT_EQ(html.find("\n::"), std::string::npos) << name;
    EXPECT_EQ(html.find("##["), std::string::npos) << name;
  }
}

TEST_F(PagesTest, NothingIsLoadedFromElsewhere) {
  for (const auto& [name, html] : sample()) {
    for (const char* word : {"src=", "url(", "@import", "http:", "https:"}) {
      EXPECT_EQ(html.find(word), std::string::npos) << name << ": " << word;
    }
  }
}

TEST_F(PagesTest, WhatNeedsReviewComesFirst) {
  const std::string index = sample().at("index.html");
  EXPECT_LT(index.find("Needs review"), index.find("What failed most"));
  EXPECT_LT(index.find("What failed most"), index.find("Submissions that are alike"));
}

TEST_F(PagesTest, AFailedCaseHasTheInterleavingMostSeen) {
  const std::string index = sample().at("index.html");
  EXPECT_NE(index.find("Data race: the interleaving most often seen, in 1 submission"), std::string::npos);
  EXPECT_NE(index.find("class=\"interleaving\""), std::string::npos);
}

TEST_F(PagesTest, AnAttemptHasTheReportWithTheLinesOfItsFiles) {
  const std::string page = sample().at("learner-3-lab-1-attempt-1.html");
  EXPECT_NE(page.find("Data race"), std::string::npos);
  EXPECT_NE(page.find("bob.zip"), std::string::npos);
}

TEST_F(PagesTest, APairHasBothTextsWithTheLinesThatAreAlikeMarked) {
  const std::string page = sample().at("alike-1.html");
  EXPECT_NE(page.find("std::scoped_lock lock(primes_mutex);"), std::string::npos);
  EXPECT_NE(page.find("std::scoped_lock lock(numbers_mutex);"), std::string::npos);
  EXPECT_NE(page.find("<a id=\"a1\" href=\"#b1\""), std::string::npos);
  EXPECT_NE(page.find("proves nothing"), std::string::npos);
}

TEST_F(PagesTest, AnErrorEndsTheWriting) {
  const auto dir = os::TempDir::make().value();
  const Book book = make_book(read_records(sample_class(dir.path() / "class.db"), "").value(), {}, {});
  int taken = 0;
  const auto written = write_pages(book, {}, [&](const std::string&, const std::string&) -> Result<void> {
    ++taken;
    return machine_error("the disk is full");
  });
  EXPECT_FALSE(written);
  EXPECT_EQ(taken, 1);
}

}  // namespace
}  // namespace lockstep::book
