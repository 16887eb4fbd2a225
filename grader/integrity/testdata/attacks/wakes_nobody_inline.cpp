// expect: proven _ZNSt18condition_variable10notify_allEv
#include <condition_variable>

__attribute__((used)) inline void std::condition_variable::notify_all() noexcept {}  // here
