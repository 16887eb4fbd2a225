#pragma once

#include <gtest/gtest.h>

#include <string>

/// Whether two reports are equal. If not, the message shows the first line that differs, because reports can be long.
testing::AssertionResult same_report(const std::string& actual, const std::string& expected);
