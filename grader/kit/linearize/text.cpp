#include "lockstep/linearize/text.h"

#include <cxxabi.h>

#include <cstdlib>
#include <exception>
#include <memory>
#include <new>
#include <stdexcept>
#include <typeinfo>

namespace lockstep::linearize {
namespace {

std::string readable(const char* mangled) {
  int status = 0;
  const std::unique_ptr<char, void (*)(void*)> name(abi::__cxa_demangle(mangled, nullptr, nullptr, &status), std::free);
  return status == 0 ? name.get() : mangled;
}

}  // namespace

std::string text_of_current_exception() {
  try {
    throw;
  } catch (const int number) {
    return std::to_string(number);
  } catch (const std::out_of_range&) {  // also what is derived from it
    return "std::out_of_range";
  } catch (const std::invalid_argument&) {
    return "std::invalid_argument";
  } catch (const std::domain_error&) {
    return "std::domain_error";
  } catch (const std::length_error&) {
    return "std::length_error";
  } catch (const std::bad_alloc&) {
    return "std::bad_alloc";
  } catch (...) {
    const std::type_info* type = abi::__cxa_current_exception_type();
    return type == nullptr ? "something" : readable(type->name());
  }
}

}  // namespace lockstep::linearize
