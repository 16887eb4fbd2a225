#include "integrity/text_rules.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace lockstep::integrity {
namespace {

std::string severity(const Suspicion& each) { return each.severity == Severity::kProven ? "proven" : "review"; }

std::string affected(const Suspicion& each) {
  return each.affects == Affects::kRaces ? "races" : each.affects == Affects::kMemory ? "memory" : "all";
}

/// "proven races at 3; " for each suspicion.
std::string listed(const std::vector<Suspicion>& found) {
  std::string all;
  for (const Suspicion& each : found) {
    all += severity(each) + " " + affected(each) + " at " + std::to_string(each.line) + "; ";
  }
  return all;
}

std::string found(std::string_view text, const Words& lab = {}) { return listed(suspicions_in_text("a.h", text, lab)); }

TEST(TextRulesTest, AttributesThatSwitchASanitizerOffCostItsChecks) {
  EXPECT_EQ(found("\n__attribute__((no_sanitize(\"thread\"))) void f();"), "proven races at 2; ");
  EXPECT_EQ(found("[[gnu::no_sanitize_thread]] void f();"), "proven races at 1; ");
  EXPECT_EQ(found("[[clang::no_sanitize(\"thr\" \"ead\")]] void f();"), "proven races at 1; ");
  EXPECT_EQ(found("__attribute__((__no_sanitize_address__)) void f();"), "proven memory at 1; ");
  EXPECT_EQ(found("[[gnu::no_sanitize(\"address,thread\")]] void f();"), "proven races at 1; proven memory at 1; ");
  EXPECT_EQ(found("__attribute__((disable_sanitizer_instrumentation)) int f();"),
            "proven races at 1; proven memory at 1; ");
  EXPECT_EQ(found("no_sani\\\ntize(\"thread\")"), "proven races at 1; ");
  EXPECT_EQ(found("#pragma clang attribute push(__attribute__((no_sanitize(\"thread\"))), apply_to = function)"),
            "proven races at 1; ");
  EXPECT_EQ(
      found("\n_Pragma(\"clang attribute push(__attribute__((no_sanitize(\\\"thread\\\"))), apply_to=function)\")"),
      "proven races at 2; ");
}

TEST(TextRulesTest, TellingTheBuildsApartCostsTheirChecks) {
  EXPECT_EQ(found("#ifndef __SANITIZE_THREAD__\n#endif"), "proven races at 1; ");
  EXPECT_EQ(found("#if __has_feature(thread_sanitizer)\n#endif"), "proven races at 1; ");
  EXPECT_EQ(found("#ifdef _GLIBCXX_TSAN\n#endif"), "proven races at 1; ");
  EXPECT_EQ(found("#ifdef __SANITIZE_ADDRESS__\n#endif"), "proven memory at 1; ");
  EXPECT_EQ(found("#define A(x, y) x##y"), "review races at 1; ") << "the joined word may be one of those";
}

TEST(TextRulesTest, AssemblyThatMayTouchMemoryCostsTheChecksForRaces) {
  EXPECT_EQ(found("void f(long* p) { asm volatile(\"incq %0\" : \"+m\"(*p)); }"), "proven races at 1; ");
  EXPECT_EQ(found("__asm__(\"pause\\n\\t incq (%rax)\");"), "proven races at 1; ");
  EXPECT_EQ(found("#define GO asm\n"), "proven races at 1; ") << "what it will hold is not known";
  EXPECT_EQ(found("void f(long* p) { _mm_stream_si64(p, 3); }"), "proven races at 1; ");
}

TEST(TextRulesTest, AssemblyThatTouchesNoneCostsNothing) {
  EXPECT_EQ(found("void f() { asm volatile(\"\" ::: \"memory\"); __asm__ __volatile__(\"pause\"); }"), "");
  EXPECT_EQ(found("asm volatile(\"rep; nop\\n\\tpause\");"), "");
  EXPECT_EQ(found("void f() { __builtin_ia32_pause(); __builtin_ia32_mfence(); }"), "");
}

TEST(TextRulesTest, LinesOfAnotherPlaceCostAllPoints) {
  EXPECT_EQ(found("#line 1 \"/usr/include/stdio.h\""), "proven all at 1; ");
  EXPECT_EQ(found("\n # 12 \"x.h\""), "proven all at 2; ");
  EXPECT_EQ(found("%: line 3"), "proven all at 1; ");
}

TEST(TextRulesTest, AHeadersMacroMayNotChangeTheWordsOfTheTests) {
  const Words lab = words_in("#include <gtest/gtest.h>\nTEST(A, B) { EXPECT_EQ(f(), 3); } // HELPER");
  EXPECT_EQ(found("#undef EXPECT_EQ\n#define EXPECT_EQ(a, b)", lab), "proven all at 1; proven all at 2; ");
  EXPECT_EQ(found("#ifndef A_H\n#define A_H\n#define HELPER 3\n#endif", lab), "") << "a word of a comment is none";
}

TEST(TextRulesTest, WhatIsOnlySaidCostsNothing) {
  EXPECT_EQ(found("// no_sanitize asm __SANITIZE_THREAD__ #line 3\nconst char* s = \"asm no_sanitize\";"), "");
  EXPECT_EQ(found("auto r = R\"(\n#line 3\nasm(\"incq\"))\"; int asm_ = 1'000;"), "");
}

TEST(TextRulesTest, AFileOfProcIsToBeReviewed) {
  EXPECT_EQ(found("std::ofstream f(\"/proc/self/mem\");"), "review all at 1; ");
}

TEST(TextAfterMacrosTest, WhatMacrosPutTogetherIsFoundWhereItIsUsed) {
  const std::vector<TextLine> lines{{"a.cpp", 3, "__attribute__((no_sanitize(\"address\")))"},
                                    {"a.h", 12, "void f(long* p) { asm(\"incq (%rax)\"); }"},
                                    {"a.h", 14, "void g(long* p) { asm(\"\" ::: \"memory\"); }"}};
  const auto suspicions = suspicions_after_macros(lines);
  EXPECT_EQ(listed(suspicions), "proven memory at 3; proven races at 12; ");
  EXPECT_EQ(suspicions[0].file, "a.cpp");
  EXPECT_EQ(suspicions[1].file, "a.h");
}

}  // namespace
}  // namespace lockstep::integrity
