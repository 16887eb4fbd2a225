#pragma once

#include <gtest/gtest.h>

#include <exception>
#include <stdexcept>
#include <string>

/// Whether `call` throws std::invalid_argument with a message that contains `word`.
template <class Call>
testing::AssertionResult refuses(const std::string& word, const Call& call) {
  const std::string wanted = "; the test expects std::invalid_argument with a message that contains \"" + word + "\"";
  try {
    (void)call();
  } catch (const std::invalid_argument& error) {
    const std::string message = error.what();
    if (message.find(word) != std::string::npos) return testing::AssertionSuccess();
    return testing::AssertionFailure() << "the message is \"" << message << "\"" << wanted;
  } catch (const std::exception& error) {
    return testing::AssertionFailure() << "an exception of another type was thrown, with the message \"" << error.what()
                                       << "\"" << wanted;
  }
  return testing::AssertionFailure() << "nothing was thrown" << wanted;
}
