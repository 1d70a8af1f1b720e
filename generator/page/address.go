package page

import (
	"strings"

	"regional-atlas/generator/region"
)

// The addresses of pages: they last, so they are said here and nowhere else.

func regionAddress(code string) string      { return "regions/" + region.Slug(code) + ".html" }
func countryAddress(code string) string     { return "countries/" + region.Slug(code) + ".html" }
func networkAddress(key string) string      { return "memberships/" + region.Slug(key) + ".html" }
func matrixAddress(group string) string     { return "memberships-" + region.Slug(group) + ".html" }
func topicAddress(key string) string        { return "topics/" + region.Slug(key) + ".html" }
func codeAddress(list, code string) string  { return "codes/" + region.Slug(list+" "+code) + ".html" }
func organisationAddress(key string) string { return "organisations/" + region.Slug(key) + ".html" }

func mapAddress(name string) string    { return "maps/" + name + ".svg" }
func groundAddress(name string) string { return "maps/ground-" + region.Slug(name) + ".svg" }

func stripAddress(indicator string) string { return "figures/strip-" + region.Slug(indicator) + ".svg" }
func figureAddress(code string) string     { return "figures/" + region.Slug(code) + ".svg" }

func pictureAddress(code string) string { return "pictures/" + region.Slug(code) + ".png" }

// rootOf is the way from an address up to the folder of the site.
func rootOf(address string) string { return strings.Repeat("../", strings.Count(address, "/")) }
