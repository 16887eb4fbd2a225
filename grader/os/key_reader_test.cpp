#include "os/key_reader.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <pty.h>
#include <unistd.h>

#include <array>
#include <string_view>

#include "os/fd.h"

namespace lockstep::os {
namespace {

/// A terminal of its own: what is written to one end is typed at the other.
class KeyReaderTest : public testing::Test {
 protected:
  KeyReaderTest() {
    int person = -1;
    int program = -1;
    EXPECT_EQ(openpty(&person, &program, nullptr, nullptr, nullptr), 0);
    person_.reset(person);
    program_.reset(program);
  }

  void type(std::string_view keys) const {
    EXPECT_EQ(write(person_.get(), keys.data(), keys.size()), static_cast<ssize_t>(keys.size()));
  }
  bool is_by_lines() const {
    termios now{};
    EXPECT_EQ(tcgetattr(program_.get(), &now), 0);
    const bool echoes = (now.c_lflag & ECHO) != 0;
    EXPECT_EQ((now.c_lflag & ICANON) != 0, echoes);
    return echoes;
  }
  static std::optional<char> wait_for_key(KeyReader& keys) {
    pollfd wait{.fd = keys.fd(), .events = POLLIN, .revents = 0};
    return poll(&wait, 1, 10'000) == 1 ? keys.next() : std::nullopt;
  }

  Fd person_;
  Fd program_;
};

TEST_F(KeyReaderTest, GivesEachKeyWithoutEnter) {
  KeyReader keys(program_.get());
  type("af");
  EXPECT_EQ(wait_for_key(keys), 'a');
  EXPECT_EQ(wait_for_key(keys), 'f');
  EXPECT_EQ(keys.next(), std::nullopt);
}

TEST_F(KeyReaderTest, ShowsNothingOfWhatIsTyped) {
  KeyReader keys(program_.get());
  type("a");
  EXPECT_EQ(wait_for_key(keys), 'a');
  pollfd echo{.fd = person_.get(), .events = POLLIN, .revents = 0};
  EXPECT_EQ(poll(&echo, 1, 0), 0);
}

TEST_F(KeyReaderTest, PassesOverAKeyThatSendsMoreThanACharacter) {
  KeyReader keys(program_.get());
  type("\x1b[A");
  EXPECT_EQ(wait_for_key(keys), std::nullopt);
  type("q");
  EXPECT_EQ(wait_for_key(keys), 'q');
}

TEST_F(KeyReaderTest, GivesCtrlZAsAKey) {
  KeyReader keys(program_.get());
  type("\x1a");
  EXPECT_EQ(wait_for_key(keys), KeyReader::kCtrlZ);
}

TEST_F(KeyReaderTest, PutsTheTerminalBackWhenItEnds) {
  ASSERT_TRUE(is_by_lines());
  {
    const KeyReader keys(program_.get());
    EXPECT_FALSE(is_by_lines());
  }
  EXPECT_TRUE(is_by_lines());
}

TEST_F(KeyReaderTest, TakesTheKeysAgainFromAProgramThatChangedTheTerminal) {
  KeyReader keys(program_.get());
  termios now{};
  tcgetattr(program_.get(), &now);
  now.c_lflag |= ICANON | ECHO;
  tcsetattr(program_.get(), TCSANOW, &now);
  keys.take_again();
  EXPECT_FALSE(is_by_lines());
}

TEST_F(KeyReaderTest, OncePutBackLeavesTheTerminalAlone) {
  KeyReader keys(program_.get());
  keys.put_back();
  EXPECT_TRUE(is_by_lines());
  keys.take_again();
  EXPECT_TRUE(is_by_lines());
}

TEST_F(KeyReaderTest, HasNoKeysOnceTheTerminalHangsUp) {
  KeyReader keys(program_.get());
  person_.reset();
  EXPECT_EQ(wait_for_key(keys), std::nullopt);
  EXPECT_EQ(keys.fd(), -1) << "otherwise poll would never wait again";
}

TEST(KeyReaderPipeTest, HasNoKeysWithoutATerminal) {
  std::array<int, 2> ends{};
  ASSERT_EQ(pipe(ends.data()), 0);
  const Fd read_end(ends[0]);
  const Fd write_end(ends[1]);
  ASSERT_EQ(write(write_end.get(), "q", 1), 1);
  KeyReader keys(read_end.get());
  EXPECT_EQ(keys.fd(), -1);
  EXPECT_EQ(keys.next(), std::nullopt);
}

}  // namespace
}  // namespace lockstep::os
