package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	n := flag.Int("n", 300, "number of made-up regions")
	from := flag.String("regions", "regions", "folder of the real regions")
	to := flag.String("out", "", "folder for the made-up regions")
	flag.Parse()
	if err := synthetic(*from, *to, *n); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(2)
	}
}
