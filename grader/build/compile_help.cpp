#include "build/compile_help.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "build/standard_headers.h"

namespace lockstep::build {
namespace {

/// Words that all occur in an error, as one of the compilers puts it.
using Words = std::array<std::string_view, 3>;

struct Help {
  std::string_view sentence;
  std::array<Words, 4> shapes;  ///< of the error, g++'s first; those without a word are none
};

constexpr std::string_view kNotCopied = "use of deleted function";
constexpr std::string_view kNotCopiedByClang = "deleted";

// The first that fits is taken: what names more comes first.
constexpr std::array kHelps{
    Help{"A thread or task gets copies of its arguments, and a copy does not bind to a reference: std::ref(x) hands "
         "over "
         "x itself. Or the arguments are not those that the function takes: compare their number and their types.",
         {Words{"arguments must be invocable"}, Words{"no matching function for call to", "async("},
          Words{"no matching function for call to 'async'"}}},
    Help{"A std::thread can be moved, but not copied: std::move(thread), or emplace_back with what makes a new one.",
         {Words{kNotCopied, "thread::thread(const"}, Words{"construct<std::thread, const std::thread &>"},
          Words{kNotCopiedByClang, "constructor of 'std::thread'"}}},
    Help{"A lock cannot be copied, for it unlocks at its end. A std::unique_lock can be moved.",
         {Words{kNotCopied, "_lock(const"}, Words{kNotCopied, "lock_guard(const"},
          Words{kNotCopiedByClang, "constructor of 'std::", "_lock<"},
          Words{kNotCopiedByClang, "constructor of 'std::lock_guard<"}}},
    Help{
        "A mutex can be neither copied nor moved, and so neither can an object that holds one. A std::vector moves its "
        "elements when it grows: give it its final size at once, or take a std::deque.",
        {Words{kNotCopied, "mutex::mutex(const"}, Words{kNotCopiedByClang, "constructor of 'std::mutex'"},
         Words{"_Construct<std::mutex"}}},
    Help{
        "An atomic can be neither copied nor moved: a.load() gives its value. A std::vector moves its elements when it "
        "grows: give it its final size at once.",
        {Words{kNotCopied, "std::atomic<"}, Words{kNotCopiedByClang, "constructor of 'std::atomic<"},
         Words{"construct<std::atomic<"}}},
    Help{"A std::future can be moved, but not copied: only one may ask it, once. std::shared_future is for several.",
         {Words{kNotCopied, "future(const"}, Words{kNotCopiedByClang, "constructor of 'std::future<"}}},
    Help{"A std::promise can be moved, but not copied: std::move(promise).",
         {Words{kNotCopied, "promise(const"}, Words{kNotCopiedByClang, "constructor of 'std::promise<"}}},
    Help{"A std::unique_ptr can be moved, but not copied: std::move(p), and in a lambda [p = std::move(p)].",
         {Words{kNotCopied, "unique_ptr(const"}, Words{kNotCopiedByClang, "constructor of", "unique_ptr"}}},
    Help{"std::function copies what it holds. A lambda that holds what can only be moved (a std::unique_ptr, a "
         "std::promise, a std::packaged_task) cannot be copied: hold it by a std::shared_ptr.",
         {Words{"std::function target must be copy-constructible"}}},
    Help{"A member function that is const sees its members as const, and so cannot lock a mutex: declare the mutex "
         "mutable.",
         {Words{"const std::mutex", "discards qualifiers"}, Words{"const std::shared_mutex", "discards qualifiers"},
          Words{"mutex", "function is not marked const"}}},
    Help{"What a lambda holds by value is const inside: write mutable behind its parameters.",
         {Words{"promise", "discards qualifiers"}, Words{"call to 'set_value'"}, Words{"call to 'set_exception'"}}},
    Help{"A lambda knows only what its brackets name: [&n] by reference, and then n must live as long as the thread "
         "runs, or [n] as a copy.",
         {Words{"is not captured"}, Words{"cannot be implicitly captured"}}},
    Help{"[n] makes a copy, which is const inside the lambda. If n itself is to change, take it by reference: [&n].",
         {Words{"of read-only variable"}, Words{"captured by copy in a non-mutable lambda"}}},
    Help{"A member function is handed over by its address, with the object behind it: std::thread(&Worker::run, "
         "&worker). Or call it in a lambda.",
         {Words{"invalid use of non-static member function"}, Words{"non-static member function without an object"}}},
    Help{"A duration has a unit: std::chrono::milliseconds(100).",
         {Words{"no matching function for call to", "sleep_for("}, Words{"call to 'sleep_for'"}}},
    Help{"A duration has a unit, as std::chrono::milliseconds(100), and a condition variable waits with a "
         "std::unique_lock.",
         {Words{"no matching function for call to", "::wait_for("}, Words{"call to 'wait_for'"}}},
    Help{"A condition variable waits with a std::unique_lock, which it unlocks meanwhile; neither a mutex nor another "
         "lock will do.",
         {Words{"no matching function for call to", "condition_variable::wait("}, Words{"call to 'wait'"}}},
    Help{"std::shared_lock needs a mutex that several may hold at once: a std::shared_mutex.",
         {Words{"lock_shared", "std::mutex"}}},
    Help{
        "std::atomic holds only types that may be copied byte by byte, such as numbers and pointers. Let a mutex guard "
        "this one.",
        {Words{"std::atomic requires a trivially copyable type"}}},
    Help{"An atomic number has +=, -=, &=, |= and ^=, and nothing else in one step. What else it is to become takes a "
         "loop around compare_exchange_weak.",
         {Words{"no match for", "operator", "std::atomic<"}}},
    Help{"The expected value of a compare_exchange is a variable of yours: it writes there what it has found.",
         {Words{"cannot bind non-const lvalue reference", "__atomic_base"}, Words{"call to 'compare_exchange_"}}},
    Help{"A std::future holds what the task returns: its type must be that of the task's result.",
         {Words{"conversion from", "future<"}, Words{"no viable conversion from", "future<"}}},
    Help{"With empty brackets this declares a function and starts no thread. Leave them out.",
         {Words{"of non-class type", "std::thread()"}, Words{"base of member reference is a function"}}},
    Help{"What co_return returns goes to the promise: with a value it calls return_value, without one return_void. The "
         "promise has one of the two.",
         {Words{"no member named", "return_value"}, Words{"no member named", "return_void"}}},
    Help{"A coroutine's promise needs unhandled_exception: it says what becomes of an exception.",
         {Words{"no member named", "unhandled_exception"}, Words{"declare the member 'unhandled_exception()'"}}},
    Help{"A coroutine's promise needs get_return_object: it makes what the caller gets.",
         {Words{"no member named", "get_return_object"}}},
    Help{"A coroutine's promise needs initial_suspend and final_suspend: they say whether the coroutine stops at its "
         "beginning and at its end.",
         {Words{"no member named", "initial_suspend"}, Words{"no member named", "final_suspend"}}},
    Help{"final_suspend must not throw, nor what is awaited there: declare it noexcept.",
         {Words{"is required to be non-throwing"}}},
    Help{"co_yield hands its value to the promise's yield_value, which this promise does not have.",
         {Words{"no member named", "yield_value"}}},
    Help{"A function with co_await, co_yield or co_return in it is a coroutine: its return type needs a promise_type.",
         {Words{"unable to find the promise type"}, Words{"has no member named 'promise_type'"}}},
    Help{"What co_await waits for has await_ready, await_suspend and await_resume, or is turned into such a thing by "
         "await_transform or operator co_await.",
         {Words{"awaitable type", "is not a structure"}, Words{"no member named", "await_"}}},
    Help{"A function without co_await, co_yield and co_return is no coroutine, and has to return the task itself. In a "
         "coroutine, write co_return in place of return.",
         {Words{"could not convert", "Task<"}, Words{"no viable conversion from returned value", "Task<"}}},
    Help{"Such a line declares a variable of that name. To wait for what it was to make, write co_await before it.",
         {Words{"shadows a parameter"}, Words{"redefinition of", "with a different type"}}},
    // What has no better row: the type is the learner's.
    Help{
        "A std::vector moves its elements when it grows, and this type can be neither moved nor copied. Does it hold a "
        "mutex or an atomic? Give the vector its final size at once, or take a std::deque.",
        {Words{"no matching function for call to", "construct_at"}}},
    Help{"This type can be moved, but not copied: std::move(x) where x is not used any more, a reference elsewhere.",
         {Words{kNotCopied, "(const "}, Words{"call to deleted constructor of"},
          Words{"call to implicitly-deleted copy constructor of"}}},
};

bool occur_in(const Words& words, std::string_view text) {
  return !words.front().empty() && std::all_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

bool is_about(const Help& help, std::string_view text) {
  return std::any_of(help.shapes.begin(), help.shapes.end(), [&](const Words& words) { return occur_in(words, text); });
}

}  // namespace

std::string help_for(std::span<const Diagnostic> diagnostics, const Location& at) {
  constexpr std::string_view kBefore = "Mostly that means: ";
  std::vector<std::string> texts;
  texts.reserve(diagnostics.size());
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.at != at && diagnostic.because_of != at) continue;
    if (auto header = missing_header(diagnostic.message); !header.empty()) return fmt::format("{}{}", kBefore, header);
    texts.push_back(diagnostic.message + diagnostic.instantiated);
  }
  for (const Help& help : kHelps) {
    const bool fits = std::any_of(texts.begin(), texts.end(), [&](const auto& text) { return is_about(help, text); });
    if (fits) return fmt::format("{}{}", kBefore, help.sentence);
  }
  return "";
}

}  // namespace lockstep::build
