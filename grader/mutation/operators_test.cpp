#include "mutation/operators.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace lockstep::mutation {
namespace {

using Texts = std::vector<std::string>;

/// What an operator makes of a text.
Texts made(std::string_view name, const std::string& text) {
  const Source source(text);
  Texts texts;
  for (const Mutation& mutation : find_operator(name)->make(source)) texts.push_back(apply(text, mutation));
  return texts;
}

/// Likewise of the body of a function.
Texts made_in(std::string_view name, const std::string& body) {
  Texts texts = made(name, "void f() { " + body + " }");
  for (std::string& text : texts) text = text.substr(11, text.size() - 13);
  return texts;
}

TEST(OperatorsTest, HaveNamesOfTheirOwn) {
  std::set<std::string_view> names;
  for (const Operator& each : operators()) EXPECT_TRUE(names.insert(each.name).second) << each.name;
}

TEST(OperatorsTest, FindNothingInCommentsStringsAndMacros) {
  const std::string text =
      "#define LOCK(m) const std::scoped_lock lock(m); if (x < y) notify_all()\n"
      "// while (x < 1) { q.notify_all(); } std::atomic<int> a; std::move(b)\n"
      "/* try { f(); } catch (int) { g(); } memory_order_seq_cst */\n"
      "const char* a = \"if (x < 1) { q.notify_all(); }\"; const char c = '<';\n"
      "const char* b = R\"x(const std::scoped_lock lock(m); while (x) f(std::move(y));)x\";\n";
  for (const Operator& each : operators()) EXPECT_EQ(made(each.name, text), Texts{}) << each.name;
}

TEST(OperatorsTest, LeaveTemplatesAlone) {
  const std::string text =
      "template <class T, int N = 1> struct Box : Base<T> { std::map<int, std::vector<T>> all; };\n"
      "template <> Box<int>::Box() = default;\n";
  for (const Operator& each : operators()) EXPECT_EQ(made(each.name, text), Texts{}) << each.name;
}

TEST(OperatorsTest, KeepEachLinesNumber) {
  const std::string text = "void f() {\n  g(1,\n    2);\n  h();\n}\n";
  EXPECT_EQ(made("delete-statement", text),
            (Texts{"void f() {\n  \n\n  h();\n}\n", "void f() {\n  g(1,\n    2);\n  \n}\n"}));
}

TEST(DropLockTest, TakesOutADeclaration) {
  EXPECT_EQ(made_in("drop-lock", "const std::scoped_lock lock(m); x = 1;"), Texts{" x = 1;"});
  EXPECT_EQ(made_in("drop-lock", "std::lock_guard<std::mutex> lock{m}; x = 1;"), Texts{" x = 1;"});
  EXPECT_EQ(made_in("drop-lock", "shared_lock lock(m_.mutex); x = 1;"), Texts{" x = 1;"});
}

TEST(DropLockTest, LeavesALockThatIsUsedLaterUntaken) {
  EXPECT_EQ(made_in("drop-lock", "std::unique_lock lock(m); c.wait(lock);"),
            Texts{"std::unique_lock lock(m, std::defer_lock); c.wait(lock);"});
  EXPECT_EQ(made_in("drop-lock", "std::unique_lock lock(m, std::defer_lock); f(lock);"), Texts{});
}

TEST(DropLockTest, TakesOutCalls) {
  EXPECT_EQ(made_in("drop-lock", "s.m.lock(); x = 1; s.m.unlock();"), Texts{" x = 1; "});
  EXPECT_EQ(made_in("drop-lock", "std::lock(a, b); x = 1;"), Texts{" x = 1;"});
  EXPECT_EQ(made_in("drop-lock", "if (x) a.lock();"), Texts{"if (x) {}"});
}

TEST(SharedLockTest, NeedsAMutexThatCanBeShared) {
  EXPECT_EQ(made_in("shared-lock", "const std::scoped_lock lock(m);"), Texts{});
  EXPECT_EQ(made("shared-lock", "std::shared_mutex m; void f() { const std::scoped_lock lock(m); }"),
            Texts{"std::shared_mutex m; void f() { const std::shared_lock lock(m); }"});
}

TEST(ShrinkLockTest, UnlocksBehindTheNextStatement) {
  EXPECT_EQ(made_in("shrink-lock", "const std::scoped_lock lock(m); a(); b();"),
            Texts{"std::unique_lock lock(m); a(); lock.unlock(); b();"});
  EXPECT_EQ(made_in("shrink-lock", "const std::shared_lock lock(m); if (x) a(); b();"),
            Texts{"std::shared_lock lock(m); if (x) a(); lock.unlock(); b();"});
}

TEST(ShrinkLockTest, NeedsTwoStatements) {
  EXPECT_EQ(made_in("shrink-lock", "const std::scoped_lock lock(m); a();"), Texts{});
}

TEST(MoveBeforeLockTest, SwapsTheLockAndWhatFollows) {
  EXPECT_EQ(made_in("move-before-lock", "const std::scoped_lock lock(m); a(); b();"),
            Texts{"a(); const std::scoped_lock lock(m);  b();"});
  EXPECT_EQ(made_in("move-before-lock", "const std::scoped_lock lock(m); return a();"), Texts{});
}

TEST(MoveBehindLockTest, UnlocksBeforeTheLastStatement) {
  EXPECT_EQ(made_in("move-behind-lock", "const std::scoped_lock lock(m); a(); b(); return c();"),
            Texts{"std::unique_lock lock(m); a(); b(); lock.unlock(); return c();"});
}

TEST(NotifyOneTest, TakesThePlaceOfNotifyAll) {
  EXPECT_EQ(made_in("notify-one", "c.notify_all(); c.notify_one();"), Texts{"c.notify_one(); c.notify_one();"});
}

TEST(DropNotifyTest, TakesOutTheStatement) {
  EXPECT_EQ(made_in("drop-notify", "s->c.notify_all(); x = 1;"), Texts{" x = 1;"});
  EXPECT_EQ(made_in("drop-notify", "if (x) c.notify_one();"), Texts{"if (x) {}"});
}

TEST(IfForWhileTest, LooksOnce) {
  EXPECT_EQ(made_in("if-for-while", "while (!ready) c.wait(lock);"), Texts{"if (!ready) c.wait(lock);"});
  EXPECT_EQ(made_in("if-for-while", "do { a(); } while (x);"), Texts{});
}

TEST(IfForWhileTest, LooksOnceInPlaceOfAWaitsOwnLoop) {
  EXPECT_EQ(made_in("if-for-while", "c.wait(lock, [this] { return a < b; });"),
            Texts{"if (!([this] { return a < b; })()) c.wait(lock);"});
  EXPECT_EQ(made_in("if-for-while", "c.wait_until(lock, end(1, 2), ready);"),
            Texts{"if (!(ready)()) c.wait_until(lock, end(1, 2));"});
}

TEST(DropPredicateTest, LeavesTheWait) {
  EXPECT_EQ(made_in("drop-predicate", "c.wait(lock, [&] { return f(x, y); });"), Texts{"c.wait(lock);"});
  EXPECT_EQ(made_in("drop-predicate", "return c.wait_for(lock, 1s, ready);"), Texts{"return c.wait_for(lock, 1s);"});
  EXPECT_EQ(made_in("drop-predicate", "a.wait(0, std::memory_order_acquire); c.wait(lock);"), Texts{});
}

TEST(WeakerOrderTest, RelaxesNamedOrders) {
  EXPECT_EQ(made_in("weaker-order", "x = a.load(std::memory_order_acquire);"),
            Texts{"x = a.load(std::memory_order_relaxed);"});
  EXPECT_EQ(made_in("weaker-order", "a.store(1, std::memory_order::release);"),
            Texts{"a.store(1, std::memory_order::relaxed);"});
  EXPECT_EQ(made_in("weaker-order", "x = a.load(std::memory_order_relaxed);"), Texts{});
}

TEST(WeakerOrderTest, RelaxesWhereNoneIsNamed) {
  EXPECT_EQ(made_in("weaker-order", "x = a.load();"), Texts{"x = a.load(std::memory_order_relaxed);"});
  EXPECT_EQ(made_in("weaker-order", "a.compare_exchange_weak(x, f(y, z));"),
            Texts{"a.compare_exchange_weak(x, f(y, z), std::memory_order_relaxed);"});
}

TEST(PlainAtomicTest, TakesTheTypeInside) {
  EXPECT_EQ(made("plain-atomic", "struct S { std::atomic<std::size_t> n{0}; };"),
            Texts{"struct S { std::size_t n{0}; };"});
  EXPECT_EQ(made("plain-atomic", "std::atomic<std::shared_ptr<T>> p;"), Texts{"std::shared_ptr<T> p;"});
}

TEST(OffByOneTest, MovesBounds) {
  EXPECT_EQ(made_in("off-by-one", "while (a < b) f();"), Texts{"while (a <= b) f();"});
  EXPECT_EQ(made_in("off-by-one", "x = a >= b;"), Texts{"x = a > b;"});
  EXPECT_EQ(made_in("off-by-one", "x = a + 1; y = b - 1;"), (Texts{"x = a ; y = b - 1;", "x = a + 1; y = b ;"}));
}

TEST(OffByOneTest, KnowsTemplatesAndOtherOperators) {
  EXPECT_EQ(made_in("off-by-one", "std::vector<int> v; out << v; p->x = a <=> b; n >>= 2; x = a + 10;"), Texts{});
}

TEST(CatchTest, IsWidened) {
  EXPECT_EQ(made_in("widen-catch", "try { a(); } catch (const E& e) { b(); } catch (...) { c(); }"),
            Texts{"try { a(); } catch (...) { b(); } catch (...) { c(); }"});
}

TEST(CatchTest, IsEmptied) {
  EXPECT_EQ(made_in("empty-catch", "try { a(); } catch (...) { b(); throw; }"), Texts{"try { a(); } catch (...) {}"});
}

TEST(CatchTest, IsDropped) {
  EXPECT_EQ(made_in("drop-catch", "try { a(); } catch (...) { b(); }"), Texts{" { a(); } "});
  EXPECT_EQ(made_in("drop-catch", "try { a(); } catch (int) { b(); } catch (...) { c(); }"),
            (Texts{"try { a(); }  catch (...) { c(); }", "try { a(); } catch (int) { b(); } "}));
}

TEST(MoveTest, BecomesACopy) {
  EXPECT_EQ(made_in("copy-for-move", "x = std::move(y.z); f(std::forward<T>(a));"),
            (Texts{"x = y.z; f(std::forward<T>(a));", "x = std::move(y.z); f(a);"}));
}

TEST(MoveTest, IsMadeOfACopy) {
  EXPECT_EQ(made_in("move-for-copy", "f(a, b + c, kLimit); T x = y; g(std::move(z)); if (d) return;"),
            (Texts{"f(std::move(a), b + c, kLimit); T x = y; g(std::move(z)); if (d) return;",
                   "f(a, b + c, kLimit); T x = std::move(y); g(std::move(z)); if (d) return;"}));
}

TEST(NegateConditionTest, NegatesTheWhole) {
  EXPECT_EQ(made_in("negate-condition", "if (a || b) c();"), Texts{"if (!(a || b)) c();"});
  EXPECT_EQ(made_in("negate-condition", "if (int a = f(); a > 1) c();"), Texts{"if (int a = f(); !(a > 1)) c();"});
  EXPECT_EQ(made_in("negate-condition", "if (const auto a = f()) c();"), Texts{});
}

TEST(DeleteStatementTest, TakesOutCallsAndAssignments) {
  EXPECT_EQ(made_in("delete-statement", "int a = 1; std::vector<int> b(2); a = 3; return;"),
            Texts{"int a = 1; std::vector<int> b(2);  return;"});
  EXPECT_EQ(made_in("delete-statement", "T& a = b; ns::f<int>(a); ++a;"),
            (Texts{"T& a = b;  ++a;", "T& a = b; ns::f<int>(a); "}));
  EXPECT_EQ(made_in("delete-statement", "for (int i = 0; i < 3; ++i) f(i);"), Texts{"for (int i = 0; i < 3; ++i) {}"});
}

TEST(DeleteStatementTest, KnowsDeclarationsWithoutANameBehindTheType) {
  EXPECT_EQ(made_in("delete-statement", "auto [a, b] = f(); const auto& [c, d] = g(); static_assert(true);"), Texts{});
}

TEST(DeleteStatementTest, LooksIntoLambdasAndMemberFunctions) {
  EXPECT_EQ(made("delete-statement", "struct S : T { void f() const { g([&] { h(); }); } int x = 1; };"),
            (Texts{"struct S : T { void f() const {  } int x = 1; };",
                   "struct S : T { void f() const { g([&] {  }); } int x = 1; };"}));
}

}  // namespace
}  // namespace lockstep::mutation
