#include "lockstep/linearize/text.h"

#include <cxxabi.h>

#include <cstdlib>
#include <exception>
#include <memory>
#include <new>
#include <stdexcept>
#include <typeinfo>

namespace lockstep::linearize {

std::string name_of(const std::type_info& type) {
  int status = 0;
  const std::unique_ptr<char, void (*)(void*)> name(abi::__cxa_demangle(type.name(), nullptr, nullptr, &status),
                                                    std::free);
  return status == 0 ? name.get() : type.name();
}

std::string string_literal(std::string_view text) {
  std::string code = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      code += {'\\', c};
    } else if (byte < ' ' || byte > '~') {  // in three octal digits: a digit that follows is not one of them
      code += '\\';
      for (const int shift : {6, 3, 0}) code += static_cast<char>('0' + ((byte >> shift) & 7));
    } else {
      code += c;
    }
  }
  return code + '"';
}

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
    return type == nullptr ? "something" : name_of(*type);
  }
}

}  // namespace lockstep::linearize
