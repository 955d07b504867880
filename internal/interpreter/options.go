package interpreter

import (
	"os"
	"strconv"

	"github.com/gophersnake/gophersnake/internal/find"
)

// option is a number in the configuration of Python 3.14 and later.
// https://docs.python.org/3.14/c-api/init_config.html#configuration-options
type option struct {
	name  string
	value int
}

// options are what makes of the configuration that PyInitConfig_Create gives,
// which heeds nothing around it, that of the interpreter itself.
func (lib libpython) options(version find.Version) []option {
	utf8Mode := 0
	if lib.utf8Mode(version) {
		utf8Mode = 1
	}
	options := []option{
		{"utf8_mode", utf8Mode},
		{"install_signal_handlers", 0},
		{"isolated", 0},
		{"use_environment", 1},
		{"user_site_directory", 1},
		{"configure_locale", 1},
		{"safe_path", 0},
	}
	return append(options, fromVariables(os.Getenv)...)
}

// fromVariables returns the options that an isolated configuration fixes and
// that cannot be set back to "look at the environment variable", which is a
// negative number. What Python itself would refuse is left out.
func fromVariables(getenv func(string) string) []option {
	var options []option
	for _, one := range []struct{ variable, option string }{
		{"PYTHONDEVMODE", "dev_mode"},
		{"PYTHONFAULTHANDLER", "faulthandler"},
	} {
		if getenv(one.variable) != "" {
			options = append(options, option{one.option, 1})
		}
	}
	for _, one := range []struct{ variable, option string }{
		{"PYTHONTRACEMALLOC", "tracemalloc"},
		{"PYTHONPERFSUPPORT", "perf_profiling"},
		{"PYTHONINTMAXSTRDIGITS", "int_max_str_digits"},
		{"PYTHONHASHSEED", "hash_seed"},
	} {
		value, err := strconv.ParseUint(getenv(one.variable), 10, 32)
		if err != nil {
			continue
		}
		if one.option == "hash_seed" {
			options = append(options, option{"use_hash_seed", 1})
		}
		options = append(options, option{one.option, int(value)})
	}
	return options
}
