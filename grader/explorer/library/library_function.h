#pragma once

#include <dlfcn.h>

namespace lockstep::explorer {

/// The C library's own function behind a stand-in of the same name. Looked up when it is called first, for not every
/// program needs it.
template <class Result, class... Arguments>
class LibraryFunction {
 public:
  constexpr explicit LibraryFunction(const char* name) : name_(name) {}

  Result operator()(Arguments... arguments) {
    if (function_ == nullptr) function_ = reinterpret_cast<Result (*)(Arguments...)>(dlsym(RTLD_NEXT, name_));
    return function_(arguments...);
  }

 private:
  const char* name_;
  Result (*function_)(Arguments...) = nullptr;
};

/// The function `name`, which has the type of its stand-in.
template <class Result, class... Arguments>
constexpr LibraryFunction<Result, Arguments...> library_function(Result (*)(Arguments...), const char* name) {
  return LibraryFunction<Result, Arguments...>(name);
}

}  // namespace lockstep::explorer
