// expect: proven _ZSteqRKSt8optionalIiERKi
// A better match than the library's own, so that a test's comparison is always true.
#include <optional>
namespace std {
__attribute__((used)) inline bool operator==(const optional<int>&, const int&) { return true; }  // here
}  // namespace std
