#include "mutation/source.h"

#include <gtest/gtest.h>

namespace lockstep::mutation {
namespace {

std::vector<std::string> tokens_of(const std::string& text) {
  const Source source(text);
  std::vector<std::string> tokens;
  for (std::size_t i = 0; i < source.size(); ++i) tokens.emplace_back(source.token(i).text);
  return tokens;
}

/// The statements of a text, each flat.
std::vector<std::string> statements_of(const std::string& text) {
  const Source source(text);
  std::vector<std::string> statements;
  for (const Statement& each : source.statements()) statements.push_back(source.flat(each.first, each.last));
  return statements;
}

using Texts = std::vector<std::string>;

TEST(SourceTest, JoinsPunctuators) {
  EXPECT_EQ(tokens_of("a->b <= c::d && x<y<int>>(1)"),
            (Texts{"a", "->", "b", "<=", "c", "::", "d", "&&", "x", "<", "y", "<", "int", ">", ">", "(", "1", ")"}));
}

TEST(SourceTest, LeavesOutCommentsAndDirectives) {
  EXPECT_EQ(tokens_of("#define f(x) \\\n  g(x)\nint a; // b\n/* c */ int d;"),
            (Texts{"int", "a", ";", "int", "d", ";"}));
}

TEST(SourceTest, KeepsLiteralsWhole) {
  EXPECT_EQ(tokens_of("f(\"a;{\", '{', R\"(b\n})\")"),
            (Texts{"f", "(", "\"a;{\"", ",", "'{'", ",", "R\"(b\n})\"", ")"}));
}

TEST(SourceTest, FindsStatements) {
  EXPECT_EQ(statements_of("int g = 1; void f() { int a{1}; g(a, [] { h(); }); return; }"),
            (Texts{"int a{1};", "g(a, [] { h(); });", "h();", "return;"}));
}

TEST(SourceTest, FindsThoseOfControlStatements) {
  EXPECT_EQ(statements_of("void f() { if (a) b(); else { c(); } do d(); while (e); }"),
            (Texts{"if (a) b(); else { c(); }", "b();", "c();", "do d(); while (e);", "d();"}));
  EXPECT_EQ(statements_of("void f() { switch (a) { case 1: b(); break; default: c(); } }"),
            (Texts{"switch (a) { case 1: b(); break; default: c(); }", "b();", "break;", "c();"}));
  EXPECT_EQ(statements_of("void f() { try { a(); } catch (int) { b(); } c(); }"),
            (Texts{"try { a(); } catch (int) { b(); }", "a();", "b();", "c();"}));
}

TEST(SourceTest, FindsNoneOutsideFunctions) {
  EXPECT_EQ(statements_of("namespace n { struct A : B { int a; enum class E { x, y }; }; int c[] = {1, 2}; }"),
            Texts{});
}

TEST(SourceTest, FindsFunctionsOfAllForms) {
  EXPECT_EQ(
      statements_of("struct A { explicit A(int a) : b_(a), c_{a} { d(); } auto f() const -> B<int> { return 1; } };"),
      (Texts{"d();", "return 1;"}));
  EXPECT_EQ(statements_of("template <class T> T A<T>::f() noexcept { g(); } auto h = [&]() mutable { i(); };"),
            (Texts{"g();", "i();"}));
}

TEST(SourceTest, ReadsWhatNoCompilerAccepts) {
  for (const char* text : {"void f() { a( ; } }", "void f() {", "}}}}", "void f() { if }", "void f() { try }",
                           "void f() { do }", "void f() { case }", "void f() { for ( }", "x<y<z", ") {", "else {}"}) {
    const Source source(text);
    EXPECT_GE(source.size(), 1U) << text;
  }
}

}  // namespace
}  // namespace lockstep::mutation
